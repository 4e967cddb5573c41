#include "pipeline/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

namespace fs = std::filesystem;

unsigned ModeOf(const std::string& path) {
  struct stat facts = {};
  return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 0777U : 0;
}

TEST(FilesTest, AFileIsReplacedInOneStepAndLeavesNothingBeside) {
  const TemporaryFolder folder;
  ASSERT_TRUE(WriteFileAtomically(folder / "a", "old"));
  ASSERT_TRUE(WriteFileAtomically(folder / "a", "new"));
  EXPECT_EQ(folder.Read("a"), "new");
  EXPECT_EQ(ModeOf(folder / "a"), 0600U);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(FilesTest, AFileThatHoldsTheBytesIsKept) {
  const TemporaryFolder folder;
  const auto inode = [&] {
    struct stat facts = {};
    EXPECT_EQ(::stat((folder / "a").c_str(), &facts), 0);
    return facts.st_ino;
  };
  ASSERT_TRUE(KeepFile(folder / "a", "old"));
  const ino_t first = inode();
  ASSERT_TRUE(KeepFile(folder / "a", "old"));
  EXPECT_EQ(inode(), first);
  ASSERT_TRUE(KeepFile(folder / "a", "new"));
  EXPECT_EQ(folder.Read("a"), "new");
  ASSERT_TRUE(KeepFile(folder / "a", ""));
  EXPECT_EQ(folder.Read("a"), "");
}

TEST(FilesTest, WhereWritingFailsTheOldBytesStay) {
  const TemporaryFolder folder;
  folder.Put("a", "old");
  fs::create_directory(folder / "a.tmp");  // nothing can be written there
  const auto written = WriteFileAtomically(folder / "a", "new");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::kOutputUnwritable);
  EXPECT_EQ(folder.Read("a"), "old");
}

TEST(FilesTest, ReadingStopsAtTheLimit) {
  const auto file = MemoryFileOf("12345");
  EXPECT_EQ(*ReadAll(file->get(), 5), "12345");
  EXPECT_EQ(ReadAll(file->get(), 4).error().code, ErrorCode::kFileTooLarge);
  EXPECT_EQ(ReadFile("/no/such", 5).error().code, ErrorCode::kFileUnreadable);
}

TEST(FilesTest, FoldersAreMadeForTheUserAlone) {
  const TemporaryFolder folder;
  ASSERT_TRUE(MakeFolder(folder / "a/b"));
  EXPECT_TRUE(MakeFolder(folder / "a/b"));
  EXPECT_EQ(ModeOf(folder / "a/b"), 0700U);
}

TEST(FilesTest, AFileInTheFoldersPlaceIsAnError) {
  const TemporaryFolder folder;
  folder.Put("a", "x");
  EXPECT_EQ(MakeFolder(folder / "a").error().code,
            ErrorCode::kOutputUnwritable);
}

}  // namespace
}  // namespace donthu
