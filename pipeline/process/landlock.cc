#include "pipeline/process/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "pipeline/unique_fd.h"

namespace donthu {
namespace {

// linux/landlock.h as of version 7; Debian 12's header knows version 2.
struct RulesetAttributes {
  std::uint64_t files;
  std::uint64_t network;
  std::uint64_t scopes;
};
// Rights to files by the version that brought the last of them.
constexpr std::uint64_t kFilesVersion1 = (1U << 13U) - 1;
constexpr std::uint64_t kFilesVersion2 = (1U << 14U) - 1;  // refer
constexpr std::uint64_t kFilesVersion3 = (1U << 15U) - 1;  // truncate
constexpr std::uint64_t kFilesVersion5 = (1U << 16U) - 1;  // ioctl on devices
constexpr std::uint64_t kBindAndConnect = 3;
constexpr std::uint64_t kAbstractSocketsAndSignals = 3;

std::uint64_t FileRights(int version) {
  if (version >= 5) return kFilesVersion5;
  if (version >= 3) return kFilesVersion3;
  return version == 2 ? kFilesVersion2 : kFilesVersion1;
}

// A kernel refuses attributes longer than those it knows.
std::size_t SizeFor(int version) {
  if (version >= 6) return sizeof(RulesetAttributes);
  if (version >= 4) return offsetof(RulesetAttributes, scopes);
  return offsetof(RulesetAttributes, network);
}

Failure Refused(const char* what) {
  return Fail(ErrorCode::kInternal, what, std::strerror(errno));
}

Status AddReadable(int ruleset, const char* folder) {
  const UniqueFd fd(::open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!fd) return Done{};
  landlock_path_beneath_attr rule = {};
  rule.allowed_access =
      LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = fd.get();
  if (::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH,
                &rule, 0) != 0) {
    return Refused("Landlock rule");
  }
  return Done{};
}

}  // namespace

int LandlockVersion() {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0,
                                 LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : static_cast<int>(version);
}

Status KeepReadable(std::span<const char* const> readable) {
  const int version = LandlockVersion();
  const RulesetAttributes attributes = {FileRights(version), kBindAndConnect,
                                        kAbstractSocketsAndSignals};
  const UniqueFd ruleset(static_cast<int>(::syscall(
      SYS_landlock_create_ruleset, &attributes, SizeFor(version), 0)));
  if (!ruleset) return Refused("Landlock");
  for (const char* folder : readable) {
    if (auto added = AddReadable(ruleset.get(), folder); !added) return added;
  }
  if (::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0) {
    return Refused("Landlock");
  }
  return Done{};
}

}  // namespace donthu
