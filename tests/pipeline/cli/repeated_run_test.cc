// What a second run does, and what it leaves.
#include <gmock/gmock.h>

#include "tests/pipeline/cli/records_folder_fixture.h"

namespace donthu {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

class RepeatedRunTest : public RecordsFolderTest {
 protected:
  std::string Report() const { return folder_.Read("out/run.json"); }
};

TEST_F(RepeatedRunTest, OnlyWhatIsNewIsDoneAndSaid) {
  folder_.Put("inbox/a.png", PngScan(1));
  EXPECT_THAT(Run({"--explain"}).err, HasSubstr("a.png: new\n"));
  folder_.Put("inbox/b.png", PngScan(2));
  const ProgramEnd again = Run({"--explain"});
  EXPECT_THAT(again.err, HasSubstr("a.png: nothing to do\n"));
  EXPECT_THAT(again.err, HasSubstr("b.png: new\n"));
  EXPECT_THAT(Report(), HasSubstr("\"pages_read\": 1"));
}

TEST_F(RepeatedRunTest, AChangeOfTheConfigurationMakesLettersNotPages) {
  folder_.Put("inbox/a.png", PngScan(1));
  Run();
  folder_.Put("donthu.toml", "[office]\nname = \"Ban Tiếp công dân\"\n");
  EXPECT_THAT(Run({"--explain"}).err,
              HasSubstr("a.png: made with another config\n"));
  EXPECT_THAT(Report(), HasSubstr("\"pages_read\": 0"));
  EXPECT_EQ(Records().at(0).revision, 2);
}

TEST_F(RepeatedRunTest, LettersAreMadeAnewWithoutTheirFiles) {
  folder_.Put("inbox/a.png", PngScan(1));
  Run();
  const auto before = Output();
  EXPECT_THAT(Run({"--explain", "--rerun", "letters"}).err,
              HasSubstr("a.png: --rerun letters\n"));
  EXPECT_THAT(Report(), HasSubstr("\"pages_read\": 0"));
  EXPECT_EQ(Output(), before);
}

TEST_F(RepeatedRunTest, ReclassifiesAStoreWhoseScansAreGone) {
  folder_.Put("inbox/a.png", PngScan(1));
  folder_.Put("inbox/b.pdf", "no scan");
  Run();
  std::filesystem::remove_all(folder_ / "inbox");
  const auto before = Output();
  const std::string made_with = Records().front().provenance.config_sha256;
  EXPECT_EQ(On({"reclassify", "--quiet"}).code, 0);
  EXPECT_EQ(Output(), before);
  folder_.Put("donthu.toml", "[thresholds]\ndecide = 1.0\n");
  const ProgramEnd end = On({"reclassify", "--explain"});
  EXPECT_EQ(end.code, 0);
  EXPECT_THAT(end.err, HasSubstr("a.png: made with another config\n"));
  const auto records = Records();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].revision, 2);
  EXPECT_NE(records[0].provenance.config_sha256, made_with);
  EXPECT_EQ(records[1].revision, 1);
  EXPECT_EQ(On({"verify", "--look-only"}).code, 0);
}

TEST_F(RepeatedRunTest, ReclassifiesNoFolderWithoutAStore) {
  const ProgramEnd end = On({"reclassify"});
  EXPECT_EQ(end.code, 5);
  EXPECT_THAT(end.err, HasSubstr("there is no store in out"));
}

TEST_F(RepeatedRunTest, PagesReadAgainGiveTheSameBytes) {
  folder_.Put("inbox/a.tif", TiffScan({MadePage(1), MadePage(2)}));
  Run();
  const auto before = Output();
  EXPECT_EQ(Run({"--rerun", "pages"}).code, 0);
  EXPECT_THAT(Report(), HasSubstr("\"pages_read\": 2"));
  EXPECT_EQ(Output(), before);
}

TEST_F(RepeatedRunTest, AFileThatCanBeReadAtLastLeavesAWholeFolder) {
  const std::string padding(std::size_t{2} << 20U, '\0');
  folder_.Put("inbox/a.png", PngScan(1) + padding);
  folder_.Put("donthu.toml", "[limits]\nmax_file_mb = 1\n");
  EXPECT_EQ(Run().code, 3);
  folder_.Put("donthu.toml", "");
  EXPECT_EQ(Run().code, 0);
  const ProgramEnd verified = On({"verify", "--look-only"});
  EXPECT_THAT(verified.out, EndsWith("whole\n"));
  EXPECT_EQ(verified.code, 0) << verified.out;
}

TEST_F(RepeatedRunTest, APageOfKnownContentIsNotReadAgain) {
  folder_.Put("inbox/a.tif", TiffScan({MadePage(1), MadePage(2)}));
  Run();
  // Another file, one page of it with the same pixels.
  folder_.Put("inbox/b.tif", TiffScan({MadePage(3), MadePage(2)}));
  EXPECT_EQ(Run().code, 0);
  EXPECT_THAT(Report(), HasSubstr("\"pages_read\": 1"));
  EXPECT_THAT(Report(), HasSubstr("\"pages_known_by_content\": 1"));
  const auto records = Records();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(folder_.Read("out/" + *records[1].pages[1].image),
            folder_.Read("out/" + *records[0].pages[1].image));
  EXPECT_EQ(records[1].pages[1].number, 2);
}

TEST_F(RepeatedRunTest, WhatIsKnownByContentIsWhatReadingWouldGive) {
  folder_.Put("inbox/a.tif", TiffScan({MadePage(1), MadePage(2)}));
  Run();
  folder_.Put("inbox/b.tif", TiffScan({MadePage(3), MadePage(2)}));
  Run();
  const auto known = Output();
  EXPECT_EQ(Run({"--rerun", "pages"}).code, 0);
  EXPECT_THAT(Report(), HasSubstr("\"pages_read\": 4"));
  EXPECT_EQ(Output(), known);
}

TEST_F(RepeatedRunTest, TooManyFailuresEndTheRunWithoutLoss) {
  for (int i = 1; i <= 30; ++i) {
    folder_.Put("inbox/" + std::to_string(i) + ".pdf",
                "no scan " + std::to_string(i));
  }
  const ProgramEnd end = Run({"--max-failure-rate", "0.5"});
  EXPECT_EQ(end.code, 75);
  EXPECT_THAT(end.err, HasSubstr("--max-failure-rate"));
  EXPECT_LT(Records().size(), 30U);
  EXPECT_EQ(RunProgram(folder_, {"verify", "out"}).code, 0);
  EXPECT_EQ(Run().code, 3);
  EXPECT_EQ(Records().size(), 30U);
}

TEST_F(RepeatedRunTest, WrongOptionsEndWithTwo) {
  folder_.Put("inbox/a.png", PngScan(1));
  EXPECT_EQ(Run({"--rerun", "everything"}).code, 2);
  EXPECT_EQ(Run({"--max-failure-rate", "2"}).code, 2);
  EXPECT_EQ(Run({"--rerun", "pages", "--retry-failed"}).code, 2);
}

}  // namespace
}  // namespace donthu
