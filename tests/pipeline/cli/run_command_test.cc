#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <filesystem>

#include "models/record_json.h"
#include "pipeline/unique_fd.h"
#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/program.h"
#include "tests/pipeline/records.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class RunCommandTest : public ::testing::Test {
 protected:
  // `run inbox --out out` with `more` arguments.
  ProgramEnd Run(std::vector<std::string> more = {},
                 const std::string& inbox = "inbox",
                 const std::string& in = "") {
    std::vector<std::string> arguments = {
        "run", inbox, "--out", "out", "--today", "2026-07-06", "--jobs", "1"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunProgram(folder_, arguments, in);
  }

  std::string Lines() const { return folder_.Read("out/records.jsonl"); }

  TemporaryFolder folder_;
};

TEST_F(RunCommandTest, ALetterBecomesARecordAFolderAndNothingOnStdout) {
  folder_.Put("inbox/a.png", PngScan(1));
  const ProgramEnd end = Run();
  EXPECT_EQ(end.code, 0) << end.err;
  EXPECT_EQ(end.out, "");
  const Record record = RecordsOf(Lines()).at(0);
  EXPECT_EQ(record.source.file, "a.png");
  EXPECT_EQ(record.provenance.as_of, "2026-07-06");
  const std::string letter = "out/letters/" + record.record_id;
  EXPECT_EQ(folder_.Read(letter + "/record.json"), ToJsonPretty(record));
  EXPECT_EQ(folder_.Read(letter + "/text.txt"), *record.text + "\n");
  EXPECT_THAT(folder_.Read("out/" + *record.pages.at(0).image),
              HasSubstr("PNG"));
  EXPECT_THAT(folder_.Read("out/run.json"), HasSubstr("\"pages_read\": 1"));
}

TEST_F(RunCommandTest, WhatIsWrittenIsTheUsersAlone) {
  folder_.Put("inbox/a.png", PngScan(1));
  Run();
  namespace fs = std::filesystem;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "out")) {
    const auto others = fs::perms::group_all | fs::perms::others_all;
    EXPECT_EQ(entry.status().permissions() & others, fs::perms::none)
        << entry.path();
  }
}

TEST_F(RunCommandTest, ASecondRunReadsNothingAndMakesNoRevision) {
  folder_.Put("inbox/a.png", PngScan(1));
  folder_.Put("inbox/b.png", "no scan");
  ASSERT_EQ(Run().code, 3);
  const std::string before = Lines();
  EXPECT_EQ(Run().code, 3);
  EXPECT_EQ(Lines(), before);
  EXPECT_THAT(folder_.Read("out/run.json"), HasSubstr("\"pages_read\": 0"));
}

TEST_F(RunCommandTest, TheDayOfTheFirstRunStaysWithItsLetters) {
  folder_.Put("inbox/a.png", PngScan(1));
  Run({"--received", "2026-07-01"});
  folder_.Put("inbox/b.png", PngScan(2));
  RunProgram(folder_,
             {"run", "inbox", "--out", "out", "--today", "2026-08-01"});
  const auto records = RecordsOf(Lines());
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].provenance.as_of, "2026-07-06");
  EXPECT_EQ(records[0].received.date, "2026-07-01");
  EXPECT_EQ(records[0].received.source, "option");
  EXPECT_EQ(records[1].provenance.as_of, "2026-08-01");
  EXPECT_EQ(records[1].received.date, std::nullopt);
}

TEST_F(RunCommandTest, ByteIdenticalFilesAreOneRecordWithCopies) {
  folder_.Put("inbox/a.png", PngScan(1));
  folder_.Put("inbox/b.png", PngScan(1));
  Run();
  const auto records = RecordsOf(Lines());
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].source.file, "a.png");
  EXPECT_THAT(records[0].source.copies, ElementsAre("b.png"));
}

TEST_F(RunCommandTest, APageThatFailsLeavesTheRestOfItsLetter) {
  folder_.Put("inbox/a.tif",
              TiffScan({MadePage(1), MadePage(2, Mark::kAbort), MadePage(3)}));
  EXPECT_EQ(Run().code, 0);
  const Record record = RecordsOf(Lines()).at(0);
  EXPECT_EQ(record.status, RecordStatus::kNeedsReview);
  EXPECT_EQ(record.pages.at(1).status, PageStatus::kFailed);
  EXPECT_EQ(record.pages.at(2).status, PageStatus::kOk);
}

TEST_F(RunCommandTest, AWorkersAnswerThatBreaksTheRulesFailsItsLetterAlone) {
  folder_.Put("inbox/1.png", PngScan(1, Mark::kGarbageAnswer));
  folder_.Put("inbox/2.png", PngScan(1, Mark::kBoxesOutside));
  folder_.Put("inbox/3.png", PngScan(1));
  EXPECT_EQ(Run().code, 3);
  EXPECT_THAT(Outcomes(Lines()),
              ElementsAre("1.png failed answer_invalid",
                          "2.png failed answer_invalid", "3.png complete"));
}

TEST_F(RunCommandTest, WhatTheEngineSaysOfALetterIsNeverShown) {
  folder_.Put("inbox/a.png", PngScan(1, Mark::kChatty));
  const ProgramEnd end = Run();
  EXPECT_EQ(end.code, 0);
  EXPECT_THAT(end.err, Not(HasSubstr("SSSS")));
  EXPECT_THAT(folder_.Read("out/run.json"), Not(HasSubstr("SSSS")));
}

TEST_F(RunCommandTest, QuietMeansFailuresOnly) {
  folder_.Put("inbox/a.png", PngScan(1));
  EXPECT_EQ(Run({"-q"}).err, "");
  folder_.Put("inbox/b.png", "no scan");
  EXPECT_THAT(Run({"-q"}).err, HasSubstr("b.png"));
}

TEST_F(RunCommandTest, ATableIsPrintedWhereItIsAskedFor) {
  folder_.Put("inbox/a.png", PngScan(1));
  const ProgramEnd end = Run({"--table"});
  EXPECT_THAT(end.out, HasSubstr("a.png"));
  EXPECT_THAT(end.out, HasSubstr("khieu_nai"));
}

TEST_F(RunCommandTest, AFailedFileIsReadAgainOnlyWhereThatIsAskedFor) {
  folder_.Put("inbox/a.png", PngScan(1, Mark::kGiveUp));
  Run();
  EXPECT_THAT(Run({}).err, Not(HasSubstr("gave up")));
  EXPECT_THAT(Run({"--retry-failed"}).err, HasSubstr("gave up"));
  EXPECT_EQ(RecordsOf(Lines()).at(0).revision, 1);
}

TEST_F(RunCommandTest, TheStoreMayLieElsewhere) {
  folder_.Put("inbox/a.png", PngScan(1));
  EXPECT_EQ(Run({"--state", "state"}).code, 0);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "state/store.sqlite"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out/store.sqlite"));
}

TEST_F(RunCommandTest, AListOfPathsComesOnStandardInput) {
  folder_.Put("x/10.png", PngScan(10));
  folder_.Put("x/9\n.png", PngScan(9));
  const ProgramEnd end =
      Run({"-0"}, "-", std::string("x/10.png\0x/9\n.png\0", 18));
  EXPECT_EQ(end.code, 0) << end.err;
  EXPECT_THAT(Outcomes(Lines()),
              ElementsAre("x/9\n.png complete", "x/10.png complete"));
}

TEST_F(RunCommandTest, WithoutAFileToReadItEndsWithFive) {
  std::filesystem::create_directory(folder_ / "inbox");
  EXPECT_EQ(Run().code, 5);
  EXPECT_EQ(Run({}, "nowhere").code, 5);
  EXPECT_EQ(Run({}, "-", "").code, 5);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out"));
}

TEST_F(RunCommandTest, AWrongCommandLineEndsWithTwo) {
  folder_.Put("inbox/a.png", PngScan(1));
  EXPECT_EQ(RunProgram(folder_, {"run", "inbox"}).code, 2);
  EXPECT_EQ(Run({"--jobs", "0"}).code, 2);
  EXPECT_EQ(Run({"--no-such-option"}).code, 2);
  for (const char* day : {"2026-02-30", "2026- 7- 6", "2026-7-6", "today"}) {
    EXPECT_EQ(Run({"--received", day}).code, 2) << day;
  }
}

TEST_F(RunCommandTest, AFolderThatCannotBeWrittenEndsWithSix) {
  folder_.Put("inbox/a.png", PngScan(1));
  folder_.Put("out", "a file in its place");
  EXPECT_EQ(Run().code, 6);
}

TEST_F(RunCommandTest, AMissingModelEndsWithSeven) {
  folder_.Put("inbox/a.png", PngScan(1));
  folder_.Put("donthu.toml", "[paths]\nmodels = \"/no/such/folder\"\n");
  EXPECT_EQ(Run().code, 7);
}

TEST_F(RunCommandTest, AWrongConfigurationEndsWithNineAndWritesNothing) {
  folder_.Put("inbox/a.png", PngScan(1));
  folder_.Put("donthu.toml", "[limits]\npages = 1\n");
  const ProgramEnd end = Run();
  EXPECT_EQ(end.code, 9);
  EXPECT_THAT(end.err, HasSubstr("limits.pages"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out"));
  EXPECT_EQ(Run({"--config", "nowhere.toml"}).code, 9);
}

TEST_F(RunCommandTest, MoreFilesThanAllowedEndWithNineAndReadNothing) {
  folder_.Put("inbox/a.png", PngScan(1));
  folder_.Put("inbox/b.png", PngScan(2));
  folder_.Put("donthu.toml", "[limits]\nmax_files = 1\n");
  const ProgramEnd end = Run();
  EXPECT_EQ(end.code, 9);
  EXPECT_THAT(end.err, HasSubstr("limits.max_files"));
  EXPECT_EQ(Lines(), "");
}

TEST_F(RunCommandTest, WhileAnotherRunHoldsTheFolderItEndsWithTen) {
  folder_.Put("inbox/a.png", PngScan(1));
  ASSERT_EQ(Run().code, 0);
  const UniqueFd lock(::open((folder_ / "out/lock").c_str(), O_RDWR));
  ASSERT_EQ(::flock(lock.get(), LOCK_EX), 0);
  EXPECT_EQ(Run().code, 10);
}

}  // namespace
}  // namespace donthu
