#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/record_checks.h"
#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/program.h"
#include "tests/pipeline/records.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SetCommandTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.Put("inbox/a.png", PngScan(1));
    Run();
    id_ = Current().record_id;
  }

  ProgramEnd Run() {
    return RunProgram(folder_, {"run", "inbox", "--out", "out", "--today",
                                "2026-07-06", "--jobs", "1"});
  }
  ProgramEnd Set(const std::string& id, const std::string& label) {
    return RunProgram(folder_, {"set", id, "--out", "out", "--label", label,
                                "--reason", "đã đọc", "--by", "can_bo", "--at",
                                "2026-07-06T09:00:00+07:00"});
  }
  std::string Lines() const { return folder_.Read("out/records.jsonl"); }
  Record Current() const { return RecordsOf(Lines()).at(0); }

  TemporaryFolder folder_;
  std::string id_;
};

TEST_F(SetCommandTest, MakesTheNextRevisionWithThePersonsDecision) {
  const ProgramEnd end = Set(id_, "phan_anh");
  EXPECT_EQ(end.code, 0) << end.err;
  EXPECT_EQ(end.out, "");
  const Record record = Current();
  EXPECT_EQ(record.revision, 2);
  EXPECT_EQ(record.status, RecordStatus::kComplete);
  EXPECT_EQ(record.classification->label, Label::kPhanAnh);
  EXPECT_EQ(record.review->by, "can_bo");
  EXPECT_EQ(record.review->at, "2026-07-06T09:00:00+07:00");
  EXPECT_EQ(CheckDraft2020(SchemaForm::kStrict, Lines()), "exit 0");
  EXPECT_THAT(folder_.Read("out/review.csv"), Not(HasSubstr(id_)));
}

TEST_F(SetCommandTest, TheDecisionSurvivesTheNextRun) {
  Set(id_, "phan_anh");
  const std::string before = Lines();
  folder_.Put("donthu.toml", "[office]\nname = \"UBND phường Mẫu\"\n");
  EXPECT_EQ(Run().code, 0);
  EXPECT_EQ(Lines(), before);
}

TEST_F(SetCommandTest, ARecordThatIsNotThereIsAWrongCommandLine) {
  EXPECT_EQ(Set(std::string(32, '0'), "phan_anh").code, 2);
  EXPECT_EQ(Current().revision, 1);
}

TEST_F(SetCommandTest, ALabelThatIsNoneIsAWrongCommandLine) {
  EXPECT_EQ(Set(id_, "don_thu").code, 2);
  EXPECT_EQ(RunProgram(folder_, {"set", id_, "--out", "out"}).code, 2);
}

TEST_F(SetCommandTest, ATimeThatIsNoneIsRefusedAndLeavesTheStoreSound) {
  const ProgramEnd end =
      RunProgram(folder_, {"set", id_, "--out", "out", "--label", "khac",
                           "--reason", "x", "--at", "yesterday"});
  EXPECT_EQ(end.code, 2);
  EXPECT_EQ(Run().code, 0);
  EXPECT_EQ(Current().revision, 1);
}

TEST_F(SetCommandTest, WithoutAReasonNothingIsDecided) {
  const ProgramEnd end = RunProgram(
      folder_, {"set", id_, "--out", "out", "--label", "khac", "--reason", ""});
  EXPECT_EQ(end.code, 2);
  EXPECT_EQ(Run().code, 0);
  EXPECT_EQ(Current().revision, 1);
}

}  // namespace
}  // namespace donthu
