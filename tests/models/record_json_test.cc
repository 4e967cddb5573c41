#include "models/record_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/models/random_record.h"
#include "tests/models/sample_record.h"

namespace donthu {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string FileText(const std::string& path) {
  std::ifstream file(std::string(DONTHU_SOURCE_DIR) + "/" + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Where the record with `from` replaced by `to` is refused.
std::string RefusedRecord(const std::string& from, const std::string& to) {
  std::string json = ToJsonLine(FullRecord());
  const std::size_t at = json.find(from);
  if (at == std::string::npos) return "nothing to replace";
  json.replace(at, from.size(), to);
  const auto record = RecordFromJson(json);
  if (record) return "accepted";
  return std::string(ToString(record.error().code)) + ": " +
         record.error().subject;
}

TEST(RecordJsonTest, TheFullRecordIsTheGoldenFile) {
  EXPECT_EQ(ToJsonPretty(FullRecord()), FileText("tests/golden/record.json"));
}

TEST(RecordJsonTest, TheFailedRecordIsTheGoldenFile) {
  EXPECT_EQ(ToJsonPretty(FailedRecord()),
            FileText("tests/golden/record_failed.json"));
}

TEST(RecordJsonTest, TheRecordInTheDocumentationIsTheFullRecord) {
  const std::string page = FileText("docs/record.md");
  const std::size_t begin = page.find("```json\n") + 8;
  const auto record =
      RecordFromJson(page.substr(begin, page.find("```", begin) - begin));
  ASSERT_TRUE(record) << record.error().subject;
  EXPECT_EQ(*record, FullRecord());
}

TEST(RecordJsonTest, WritesOneLine) {
  EXPECT_EQ(ToJsonLine(FullRecord()).find('\n'), std::string::npos);
}

TEST(RecordJsonTest, BeginsWithTheKeysOfTheContractInItsOrder) {
  EXPECT_THAT(ToJsonLine(FullRecord()),
              StartsWith(R"({"schema_version":"1.0.0","record_id":"0123)"));
}

TEST(RecordJsonTest, ReadsWhatItWrote) {
  const auto read = RecordFromJson(ToJsonLine(FullRecord()));
  ASSERT_TRUE(read) << read.error().subject;
  EXPECT_EQ(*read, FullRecord());
}

TEST(RecordJsonTest, ReadsTheIndentedFormToo) {
  const auto read = RecordFromJson(ToJsonPretty(FailedRecord()));
  ASSERT_TRUE(read) << read.error().subject;
  EXPECT_EQ(*read, FailedRecord());
}

TEST(RecordJsonTest, ReadsAnyRecordThatItWrote) {
  std::mt19937 rng(20260706);
  for (int i = 0; i < 500; ++i) {
    const Record record = RandomRecord(rng);
    const auto read = RecordFromJson(ToJsonLine(record));
    ASSERT_TRUE(read) << i << " " << read.error().subject << ": "
                      << read.error().detail;
    ASSERT_EQ(*read, record) << i;
  }
}

TEST(RecordJsonTest, NumbersHaveFourDecimals) {
  Record record = FullRecord();
  record.pages[0].skew_deg = 0.123456;
  EXPECT_THAT(ToJsonLine(record), HasSubstr(R"("skew_deg":0.1235,)"));
}

TEST(RecordJsonTest, RoundsHalfAwayFromZeroAndKnowsNoMinusZero) {
  EXPECT_EQ(Rounded(0.00005), 0.0001);
  EXPECT_FALSE(std::signbit(Rounded(-0.00001)));
  EXPECT_EQ(Rounded(-1.23456), -1.2346);
  EXPECT_EQ(Rounded(std::nan("")), 0.0);
}

TEST(RecordJsonTest, CutsQuotesFromTheText) {
  EXPECT_THAT(ToJsonLine(FullRecord()),
              HasSubstr(R"("quote":"Đề nghị hủy Quyết định số 12/QĐ-UBND")"));
}

TEST(RecordJsonTest, TellsTheLegalClassAndTheDistinctLabelsOfTheParts) {
  Classification c;
  c.label = Label::kHonHop;
  c.parts = {{Label::kToCao, {}, {}, {}, {}},
             {Label::kKhieuNai, {}, {}, {}, {}},
             {Label::kToCao, {}, {}, {}, {}}};
  EXPECT_THAT(
      ToJsonLine(c, Fields(), ""),
      StartsWith(R"({"label":"hon_hop","labels":["to_cao","khieu_nai"],)"
                 R"("legal_class":"nhieu_noi_dung",)"));
}

TEST(RecordJsonTest, KnowsAgainThatALetterIsNovel) {
  Record record = FullRecord();
  record.review_reasons.emplace_back("novel");
  record.classification->novel = true;
  EXPECT_EQ(*RecordFromJson(ToJsonLine(record)), record);
}

TEST(RecordJsonTest, RefusesOffsetsOutsideTheText) {
  EXPECT_EQ(RefusedRecord(R"("text_end":)", R"("text_end":9)"),
            "text_invalid: pages[0].text_end");
  EXPECT_EQ(RefusedRecord(R"("start":0,"end":13)", R"("start":0,"end":99999)"),
            "text_invalid: fields.title.end");
}

TEST(RecordJsonTest, RefusesASpanThatRunsBackwards) {
  EXPECT_EQ(RefusedRecord(R"("start":0,"end":13)", R"("start":14,"end":13)"),
            "text_invalid: fields.title.end");
}

TEST(RecordJsonTest, RefusesADayThatDoesNotExist) {
  EXPECT_EQ(RefusedRecord("\"date\":\"2026-07-06\"", "\"date\":\"2026-02-29\""),
            "text_invalid: received.date");
}

TEST(RecordJsonTest, RefusesABoxOfNegativeWidth) {
  EXPECT_EQ(RefusedRecord("[1500,100,2000,400]", "[1500,100,1400,400]"),
            "text_invalid: pages[0].stamps[0].box");
}

TEST(RecordJsonTest, RefusesANumberBeyondItsRange) {
  EXPECT_EQ(RefusedRecord(R"("revision":2)", R"("revision":0)"),
            "text_invalid: revision");
  EXPECT_EQ(
      RefusedRecord(R"("revision":2)", R"("revision":99999999999999999999)"),
      "text_invalid: revision");
  EXPECT_EQ(RefusedRecord(R"("blank_score":0.01)", R"("blank_score":1.01)"),
            "text_invalid: pages[0].blank_score");
}

TEST(RecordJsonTest, RefusesProbabilitiesThatDoNotSumToOne) {
  EXPECT_EQ(RefusedRecord(R"("khieu_nai":0.9)", R"("khieu_nai":0.8)"),
            "text_invalid: classification.probabilities");
}

TEST(RecordJsonTest, RefusesAQuoteThatTheTextDoesNotHold) {
  EXPECT_EQ(RefusedRecord(R"("quote":"Đề)", R"("quote":"De)"),
            "text_invalid: classification.evidence[0].quote");
}

TEST(RecordJsonTest, RefusesALegalClassThatIsNotTheLabels) {
  EXPECT_EQ(RefusedRecord(R"("legal_class":"khieu_nai")",
                          R"("legal_class":"to_cao")"),
            "text_invalid: classification.legal_class");
}

TEST(RecordJsonTest, RefusesAFailureOnALetterThatWasRead) {
  EXPECT_EQ(RefusedRecord(R"("status":"needs_review")", R"("status":"failed")"),
            "text_invalid: error");
}

TEST(RecordJsonTest, RefusesControlCharactersInTheText) {
  EXPECT_EQ(RefusedRecord(R"("text":"ĐƠN)", R"("text":"\u0085ĐƠN)"),
            "text_invalid: text");
}

TEST(RecordJsonTest, RefusesAPathThatLeavesTheOutputFolder) {
  EXPECT_EQ(RefusedRecord(R"("image":"letters/)", R"("image":"../letters/)"),
            "text_invalid: pages[0].image");
}

TEST(RecordJsonTest, RefusesAKeyGivenTwice) {
  EXPECT_EQ(RefusedRecord(R"("revision":2)", R"("revision":2,"revision":2)"),
            "text_invalid: json");
}

TEST(RecordJsonTest, RefusesKeysInAnotherOrder) {
  EXPECT_EQ(
      RefusedRecord(R"("supersedes":["fedcba9876543210fedcba9876543210"],)"
                    R"("superseded_by":["fedcba9876543210fedcba9876543210"])",
                    R"("superseded_by":["fedcba9876543210fedcba9876543210"],)"
                    R"("supersedes":["fedcba9876543210fedcba9876543210"])"),
      "text_invalid: superseded_by");
}

TEST(RecordJsonTest, RefusesWhatIsNotJson) {
  for (const std::string text : {"", "{", "[]", "null", "\xff", "{}x"}) {
    EXPECT_FALSE(RecordFromJson(text)) << text;
  }
}

TEST(RecordJsonTest, RefusesNestingWithoutEnd) {
  EXPECT_FALSE(RecordFromJson(std::string(1'000'000, '[')));
}

TEST(RecordJsonTest, EveryShorteningIsRefused) {
  const std::string json = ToJsonLine(FullRecord());
  for (std::size_t size = 0; size < json.size(); size += 97) {
    EXPECT_FALSE(RecordFromJson(json.substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace donthu
