#include "pipeline/output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "models/record_json.h"
#include "pipeline/review_list.h"
#include "tests/models/sample_record.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;

TEST(OutputTest, TheFolderIsTheUsersAlone) {
  const TemporaryFolder folder;
  const OutputPaths paths{folder / "out"};
  ASSERT_TRUE(PrepareOutput(paths));
  struct stat facts = {};
  ASSERT_EQ(::stat(paths.folder.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0700U);
}

TEST(OutputTest, OnlyOneRunHoldsTheFolder) {
  const TemporaryFolder folder;
  const OutputPaths paths{folder.path()};
  const auto first = LockFolder(paths.folder);
  ASSERT_TRUE(first && *first);
  const auto second = LockFolder(paths.folder);
  ASSERT_TRUE(second);
  EXPECT_FALSE(*second);
}

TEST(OutputTest, ALetterHasItsRecordItsTextAndItsPages) {
  const TemporaryFolder folder;
  const OutputPaths paths{folder.path()};
  ASSERT_TRUE(PrepareOutput(paths));
  Record record = FullRecord();
  record.pages.resize(1);
  const std::string below = "letters/" + record.record_id;
  record.pages[0].image = below + "/page-0001.png";
  folder.Put("work/" + record.source.sha256 + "-0001.png", "pixels");
  ASSERT_TRUE(WriteLetter(paths, record));
  EXPECT_EQ(folder.Read(below + "/text.txt"), *record.text + "\n");
  EXPECT_EQ(folder.Read(below + "/record.json"), ToJsonPretty(record));
  EXPECT_EQ(folder.Read(below + "/page-0001.png"), "pixels");
}

TEST(OutputTest, AFailedLetterLeavesANoteUntilItSucceeds) {
  const TemporaryFolder folder;
  const OutputPaths paths{folder.path()};
  ASSERT_TRUE(PrepareOutput(paths));
  Record record = FailedRecord();
  const std::string note = "quarantine/" + record.record_id + ".txt";
  ASSERT_TRUE(WriteLetter(paths, record));
  EXPECT_THAT(folder.Read(note),
              HasSubstr(std::string(ToString(record.error->code))));
  Record read = FullRecord();
  read.record_id = record.record_id;
  ASSERT_TRUE(WriteLetter(paths, read));
  EXPECT_EQ(folder.Read(note), "");
}

class ListsTest : public ::testing::Test {
 protected:
  // A failed letter of a new source; its line.
  std::string Put(char digit, const Batch& batch, int position) {
    Record record = FailedRecord();
    record.record_id = std::string(32, digit);
    record.source.sha256 = std::string(64, digit);
    StoredSource source;
    source.sha256 = record.source.sha256;
    source.batch = batch;
    source.position = position;
    EXPECT_TRUE(store_->PutSource(source));
    std::vector<Record> records = {record};
    EXPECT_TRUE(store_->PutLetters(source.sha256, "key", records));
    rows_ += ReviewRow(records[0]);
    return ToJsonLine(records[0]) + "\n";
  }

  std::string Lists() {
    EXPECT_TRUE(WriteLists(paths_, *store_));
    return folder_.Read("records.jsonl");
  }

  TemporaryFolder folder_;
  OutputPaths paths_{folder_.path()};
  std::unique_ptr<Store> store_ = *Store::Open(folder_ / "store.sqlite");
  std::string rows_;
};

TEST_F(ListsTest, HoldEveryRecordAndThoseForAPerson) {
  const std::string line = Put('1', *store_->BeginBatch("2026-07-06", {}), 0);
  EXPECT_EQ(Lists(), line);
  EXPECT_EQ(folder_.Read("review.csv"), ReviewHeader() + rows_);
}

TEST_F(ListsTest, WhatComesAfterIsAppendedAndWhatComesBetweenIsPutInOrder) {
  const Batch first = *store_->BeginBatch("2026-07-06", {});
  const Batch second = *store_->BeginBatch("2026-07-07", {});
  const std::string one = Put('1', first, 0);
  EXPECT_EQ(Lists(), one);
  const std::string three = Put('3', second, 0);
  EXPECT_EQ(Lists(), one + three);
  const std::string two = Put('2', first, 1);
  EXPECT_EQ(Lists(), one + two + three);
}

TEST_F(ListsTest, AListThatACrashLeftHalfIsCutAndGoesOn) {
  const Batch batch = *store_->BeginBatch("2026-07-06", {});
  const std::string one = Put('1', batch, 0);
  Lists();
  folder_.Put("records.jsonl", one + "{\"half\":");
  const std::string two = Put('2', batch, 1);
  EXPECT_EQ(Lists(), one + two);
}

// Its rows are read from every record that waits for a person.
TEST_F(ListsTest, TheReviewListIsWrittenWhereARecordChangedOnly) {
  const Batch batch = *store_->BeginBatch("2026-07-06", {});
  Put('1', batch, 0);
  Lists();
  const std::string marked(folder_.Read("review.csv").size(), 'x');
  folder_.Put("review.csv", marked);
  Lists();
  EXPECT_EQ(folder_.Read("review.csv"), marked);
  Put('2', batch, 1);
  Lists();
  EXPECT_EQ(folder_.Read("review.csv"), ReviewHeader() + rows_);
}

TEST_F(ListsTest, AListThatIsGoneOrShorterIsMadeAnew) {
  const std::string one = Put('1', *store_->BeginBatch("2026-07-06", {}), 0);
  Lists();
  folder_.Put("records.jsonl", "x");
  EXPECT_EQ(Lists(), one);
}

}  // namespace
}  // namespace donthu
