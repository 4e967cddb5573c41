#include "pipeline/growing_file.h"

#include <gtest/gtest.h>

#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

TEST(GrowingFileTest, ANewOneTakesItsNameAtTheEnd) {
  const TemporaryFolder folder;
  folder.Put("list", "old\n");
  auto file = GrowingFile::Anew(folder / "list");
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->Add("new\n"));
  EXPECT_EQ(folder.Read("list"), "old\n");
  ASSERT_TRUE(file->Finish());
  EXPECT_EQ(folder.Read("list"), "new\n");
  EXPECT_EQ(file->bytes(), 4);
}

TEST(GrowingFileTest, OneThatGoesOnIsCutFirst) {
  const TemporaryFolder folder;
  folder.Put("list", "one\nhal");
  auto file = GrowingFile::Continue(folder / "list", 4);
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->Add("two\n"));
  ASSERT_TRUE(file->Finish());
  EXPECT_EQ(folder.Read("list"), "one\ntwo\n");
  EXPECT_EQ(file->bytes(), 8);
}

TEST(GrowingFileTest, WhatIsLongerThanABufferIsWrittenWhole) {
  const TemporaryFolder folder;
  auto file = GrowingFile::Anew(folder / "list");
  std::string expected;
  for (int i = 0; i < 40; ++i) {
    const std::string line(100'000, static_cast<char>('a' + i % 26));
    ASSERT_TRUE(file->Add(line));
    expected += line;
  }
  ASSERT_TRUE(file->Finish());
  EXPECT_TRUE(folder.Read("list") == expected);
}

TEST(GrowingFileTest, AFolderThatIsNotThereIsNotWritable) {
  EXPECT_EQ(GrowingFile::Anew("/no/such/folder/list").error().code,
            ErrorCode::kOutputUnwritable);
  EXPECT_FALSE(GrowingFile::Continue("/no/such/folder/list", 0));
}

}  // namespace
}  // namespace donthu
