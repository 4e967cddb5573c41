#include "pipeline/process/landlock.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "tests/pipeline/process/in_child.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

// "open", or why not.
std::string Opened(const std::string& path, int flags) {
  return ::open(path.c_str(), flags | O_CLOEXEC, 0600) >= 0
             ? "open"
             : std::strerror(errno);
}

class LandlockTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (LandlockVersion() == 0) GTEST_SKIP() << "this kernel has no Landlock";
    folder_.Put("fonts/deep/a.ttf", "a");
    folder_.Put("letters/b.txt", "b");
  }

  // Of `path` below the folder, once only "fonts" is readable.
  std::string OpenedBehindLandlock(const std::string& path, int flags) {
    return DoneInChild([&] {
      const std::string fonts = folder_.path() + "/fonts";
      const std::array readable = {"/no/such/folder", fonts.c_str()};
      ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
      if (auto kept = KeepReadable(readable); !kept) return kept.error().detail;
      return Opened(folder_.path() + "/" + path, flags);
    });
  }

  TemporaryFolder folder_;
};

TEST_F(LandlockTest, FilesBeneathAReadableFolderOpen) {
  EXPECT_EQ(OpenedBehindLandlock("fonts/deep/a.ttf", O_RDONLY), "open");
}

TEST_F(LandlockTest, OthersDoNotThoughTheyWould) {
  EXPECT_EQ(Opened(folder_.path() + "/letters/b.txt", O_RDONLY), "open");
  EXPECT_EQ(OpenedBehindLandlock("letters/b.txt", O_RDONLY),
            "Permission denied");
  EXPECT_EQ(OpenedBehindLandlock("fonts/../letters/b.txt", O_RDONLY),
            "Permission denied");
}

TEST_F(LandlockTest, NothingIsWrittenEvenThere) {
  EXPECT_EQ(Opened(folder_.path() + "/fonts/deep/a.ttf", O_WRONLY), "open");
  for (const int flags : {O_WRONLY, O_RDWR, O_RDONLY | O_TRUNC}) {
    if (flags == (O_RDONLY | O_TRUNC) && LandlockVersion() < 3) continue;
    EXPECT_EQ(OpenedBehindLandlock("fonts/deep/a.ttf", flags),
              "Permission denied");
  }
  EXPECT_EQ(OpenedBehindLandlock("fonts/new.ttf", O_WRONLY | O_CREAT),
            "Permission denied");
}

}  // namespace
}  // namespace donthu
