#include "pipeline/review_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/sample_record.h"

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

TEST(ReviewCsvTest, ALetterThatWaitsForNobodyHasNoRow) {
  Record record = FullRecord();
  record.status = RecordStatus::kComplete;
  EXPECT_EQ(ReviewRow(record), "");
}

}  // namespace
}  // namespace donthu
