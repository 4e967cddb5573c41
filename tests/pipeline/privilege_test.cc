#include "pipeline/privilege.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/unique_fd.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

// Each in a process of its own: what is given up does not come back.
TEST(PrivilegeTest, NoCoreDumpsNoNewPrivilegesNobodyElsesFiles) {
  EXPECT_EXIT(
      {
        HardenProcess();
        rlimit core = {};
        ::getrlimit(RLIMIT_CORE, &core);
        const bool hard = core.rlim_max == 0 &&
                          ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 &&
                          ::umask(0) == 077;
        ::_exit(hard ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST(PrivilegeTest, RootBecomesAnotherUserForGood) {
  if (::geteuid() != 0) GTEST_SKIP() << "this test is not run by root";
  const TemporaryFolder folder;
  EXPECT_EXIT(
      {
        const UniqueFd fd(::open(folder.path().c_str(), O_RDONLY));
        const auto user = LeaveRoot({fd.get()});
        struct stat facts = {};
        ::fstat(fd.get(), &facts);
        const bool left = user && !user->empty() && ::geteuid() != 0 &&
                          ::setuid(0) != 0 && facts.st_uid == ::geteuid();
        ::_exit(left ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST(PrivilegeTest, AnOrdinaryUserStaysAsHeIs) {
  if (::geteuid() == 0 && ::seteuid(65534) != 0) GTEST_SKIP() << "root only";
  const auto user = LeaveRoot({});
  ASSERT_TRUE(user);
  EXPECT_EQ(*user, "");
}

}  // namespace
}  // namespace donthu
