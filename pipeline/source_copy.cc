#include "pipeline/source_copy.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <functional>
#include <string_view>
#include <vector>

#include "models/sha256.h"
#include "pipeline/files.h"

namespace donthu {
namespace {

constexpr std::size_t kChunkBytes = 1 << 20;

// Hands the bytes to `take` piece by piece.
Status ReadThrough(int fd, std::int64_t limit_bytes,
                   const std::function<Status(std::string_view)>& take) {
  std::vector<char> chunk(kChunkBytes);
  std::int64_t total = 0;
  for (;;) {
    const ssize_t got = ::read(fd, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      return Fail(ErrorCode::kFileUnreadable, "file", std::strerror(errno));
    }
    if (got == 0) return Done{};
    total += got;
    if (total > limit_bytes) {
      return Fail(ErrorCode::kFileTooLarge, "file",
                  "has more bytes than limits.max_file_mb allows");
    }
    const std::string_view bytes(chunk.data(), static_cast<std::size_t>(got));
    if (auto taken = take(bytes); !taken) return taken;
  }
}

}  // namespace

Result<HashedSource> HashSource(const Inbox& inbox, const InboxFile& file,
                                std::int64_t limit_bytes) {
  const auto fd = OpenBeneath(inbox, file);
  if (!fd) return Fail(fd.error());
  const FileIdentity before = IdentityOf(fd->get());
  Sha256 hash;
  const auto read =
      ReadThrough(fd->get(), limit_bytes, [&](std::string_view bytes) {
        hash.Add(bytes);
        return Status(Done{});
      });
  if (!read) return Fail(read.error());
  const bool rested = IdentityOf(fd->get()) == before;
  return HashedSource{hash.Hex(), rested ? before : FileIdentity()};
}

Result<UniqueFd> CopySource(const Inbox& inbox, const InboxFile& file,
                            const std::string& sha256,
                            const std::string& folder,
                            std::int64_t limit_bytes) {
  const auto fd = OpenBeneath(inbox, file);
  if (!fd) return Fail(fd.error());
  UniqueFd copy(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (!copy) return Unwritable("work folder");
  Sha256 hash;
  const auto read =
      ReadThrough(fd->get(), limit_bytes, [&](std::string_view bytes) {
        hash.Add(bytes);
        return WriteAll(copy.get(), bytes);
      });
  if (!read) return Fail(read.error());
  if (hash.Hex() != sha256) {
    return Fail(ErrorCode::kSourceChanged, "file",
                "changed while it was read; run again once it is at rest");
  }
  return copy;
}

Status LinkCopy(int copy_fd, const std::string& path) {
  const std::string open_file = "/proc/self/fd/" + std::to_string(copy_fd);
  if (::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, path.c_str(),
               AT_SYMLINK_FOLLOW) != 0 &&
      errno != EEXIST) {
    return Unwritable("quarantine");
  }
  return Done{};
}

}  // namespace donthu
