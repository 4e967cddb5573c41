#include "pipeline/resting_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace donthu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RestingFilesTest : public ::testing::Test {
 protected:
  // The files of `inbox` that are to be read at this second.
  std::vector<std::string> At(int second, std::vector<InboxFile> files) {
    Inbox inbox;
    inbox.files = std::move(files);
    resting_.Keep(inbox, RestingFiles::Time(std::chrono::seconds(second)));
    std::vector<std::string> paths;
    for (const InboxFile& file : inbox.files) paths.push_back(file.path);
    return paths;
  }

  static InboxFile File(const std::string& path, std::int64_t bytes) {
    return {path, path, {1, 2, bytes, 3, 4}};
  }

  RestingFiles resting_{std::chrono::seconds(3)};
};

TEST_F(RestingFilesTest, AFileIsReadOnceItWasTheSameForAWhile) {
  EXPECT_THAT(At(0, {File("a", 1)}), IsEmpty());
  EXPECT_THAT(At(2, {File("a", 1)}), IsEmpty());
  EXPECT_TRUE(resting_.HasYoung());
  EXPECT_THAT(At(3, {File("a", 1)}), ElementsAre("a"));
  EXPECT_FALSE(resting_.HasYoung());
}

TEST_F(RestingFilesTest, AFileThatGrowsIsWaitedFor) {
  At(0, {File("a", 1)});
  EXPECT_THAT(At(4, {File("a", 2)}), IsEmpty());
  EXPECT_THAT(At(6, {File("a", 2)}), IsEmpty());
  EXPECT_THAT(At(7, {File("a", 2)}), ElementsAre("a"));
}

TEST_F(RestingFilesTest, AFileIsToldOnceUntilItChanges) {
  At(0, {File("a", 1)});
  EXPECT_THAT(At(5, {File("a", 1)}), ElementsAre("a"));
  EXPECT_THAT(At(9, {File("a", 1)}), IsEmpty());
  At(10, {File("a", 2)});
  EXPECT_THAT(At(13, {File("a", 2)}), ElementsAre("a"));
}

TEST_F(RestingFilesTest, WhatWasNotReadAfterAllIsToldAgain) {
  At(0, {File("a", 1)});
  EXPECT_THAT(At(5, {File("a", 1)}), ElementsAre("a"));
  Inbox back;
  back.files = {File("a", 1)};
  resting_.TakeBack(back);
  At(6, {File("a", 1)});
  EXPECT_THAT(At(9, {File("a", 1)}), ElementsAre("a"));
}

TEST_F(RestingFilesTest, AFileThatVanishesIsForgotten) {
  At(0, {File("a", 1)});
  At(5, {File("a", 1)});
  At(6, {});
  At(7, {File("a", 1)});
  EXPECT_THAT(At(10, {File("a", 1)}), ElementsAre("a"));
}

}  // namespace
}  // namespace donthu
