#include "pipeline/output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "models/record_json.h"
#include "tests/models/sample_record.h"
#include "tests/pipeline/temporary_folder.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string RowFor(const std::string& file) {
  Record record = FailedRecord();
  record.source.file = file;
  return ReviewRow(record);
}

TEST(ReviewCsvTest, BeginsWithAByteOrderMarkForSpreadsheets) {
  EXPECT_EQ(ReviewHeader(),
            "\xEF\xBB\xBFrecord_id,file,page,reasons,label,probabilities,"
            "image\n");
}

TEST(ReviewCsvTest, NoNameIsTakenForAFormula) {
  for (const char* name : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
    EXPECT_THAT(RowFor(name), HasSubstr("'" + std::string(name))) << name;
  }
  EXPECT_THAT(RowFor("a=1.pdf"), HasSubstr(",a=1.pdf,"));
}

TEST(ReviewCsvTest, SeparatorsQuotesAndLineEndsStayInTheirCell) {
  EXPECT_THAT(RowFor("a,b.pdf"), HasSubstr(",\"a,b.pdf\","));
  EXPECT_THAT(RowFor("a\"b.pdf"), HasSubstr(",\"a\"\"b.pdf\","));
  EXPECT_THAT(RowFor("a\nb.pdf"), HasSubstr(",\"a\nb.pdf\","));
  EXPECT_THAT(RowFor("=a,\"b"), HasSubstr(",\"'=a,\"\"b\","));
}

TEST(ReviewCsvTest, AFailedLetterIsListedWithItsCode) {
  const Record record = FailedRecord();
  EXPECT_THAT(ReviewRow(record), StartsWith(record.record_id + ","));
  EXPECT_THAT(ReviewRow(record),
              HasSubstr(std::string(ToString(record.error->code))));
}

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
  const auto first = LockOutput(paths);
  ASSERT_TRUE(first && *first);
  const auto second = LockOutput(paths);
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

TEST(OutputTest, TheListsHoldEveryRecordAndThoseForAPerson) {
  const TemporaryFolder folder;
  const OutputPaths paths{folder.path()};
  const auto store = Store::Open(folder / "store.sqlite");
  ASSERT_TRUE(store);
  const auto batch = (*store)->BeginBatch("2026-07-06", {});
  std::vector<Record> records = {FailedRecord()};
  StoredSource source;
  source.sha256 = records[0].source.sha256;
  source.batch = *batch;
  ASSERT_TRUE((*store)->PutSource(source));
  ASSERT_TRUE((*store)->PutLetters(source.sha256, "key", records));
  const auto counts = WriteLists(paths, **store);
  ASSERT_TRUE(counts);
  EXPECT_EQ(counts->letters, 1);
  EXPECT_EQ(counts->failed, 1);
  EXPECT_EQ(folder.Read("records.jsonl"), ToJsonLine(records[0]) + "\n");
  EXPECT_EQ(folder.Read("review.csv"), ReviewHeader() + ReviewRow(records[0]));
}

}  // namespace
}  // namespace donthu
