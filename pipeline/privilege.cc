#include "pipeline/privilege.h"

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <initializer_list>

namespace donthu {
namespace {

const passwd* ServiceUser() {
  const passwd* user = ::getpwnam("donthu");
  return user != nullptr ? user : ::getpwnam("nobody");
}

// A folder that another user made stays that user's: then the work is done
// under that name.
uid_t OwnerOf(int fd) {
  struct stat facts = {};
  return ::fstat(fd, &facts) == 0 ? facts.st_uid : 0;
}

Failure Refused(const char* what) {
  return Fail(ErrorCode::kInternal, what, std::strerror(errno));
}

}  // namespace

void HardenProcess() {
  ::umask(077);
  const rlimit none = {0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

Result<std::string> LeaveRoot(std::initializer_list<int> folder_fds) {
  if (::geteuid() != 0) return std::string();
  const passwd* user = ServiceUser();
  for (const int fd : folder_fds) {
    const uid_t owner = OwnerOf(fd);
    const passwd* other = owner == 0 ? nullptr : ::getpwuid(owner);
    if (other != nullptr) user = other;
  }
  if (user == nullptr) return Refused("user nobody");
  const passwd chosen = *user;
  const std::string name = chosen.pw_name;
  for (const int fd : folder_fds) {
    if (::fchown(fd, chosen.pw_uid, chosen.pw_gid) != 0) {
      return Refused("output folder");
    }
  }
  if (::setgroups(0, nullptr) != 0 || ::setgid(chosen.pw_gid) != 0 ||
      ::setuid(chosen.pw_uid) != 0) {
    return Refused("change of user");
  }
  return name;
}

}  // namespace donthu
