#include <gmock/gmock.h>

#include "tests/pipeline/cli/records_folder_fixture.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;

class BackupCommandTest : public RecordsFolderTest {
 protected:
  void SetUp() override {
    folder_.Put("inbox/a.png", PngScan(1));
    folder_.Put("inbox/b.pdf", "no scan");
    ASSERT_EQ(Run().code, 3);
  }
};

TEST_F(BackupCommandTest, ACopyThatIsVerifiedIsTheFolderAgain) {
  ASSERT_EQ(On({"backup", "copy"}).code, 0);
  const ProgramEnd verified = RunProgram(folder_, {"verify", "copy"});
  EXPECT_EQ(verified.code, 0) << verified.out;
  EXPECT_EQ(Output("copy"), Output());
}

TEST_F(BackupCommandTest, ASecondOneCopiesWhatIsNew) {
  ASSERT_EQ(On({"backup", "copy"}).code, 0);
  folder_.Put("inbox/c.png", PngScan(3));
  ASSERT_EQ(Run().code, 3);
  const ProgramEnd again = On({"backup", "copy"});
  EXPECT_EQ(again.code, 0);
  EXPECT_THAT(again.err, HasSubstr("3 letters"));
  RunProgram(folder_, {"verify", "copy"});
  EXPECT_EQ(Output("copy"), Output());
}

TEST_F(BackupCommandTest, WhatWasPurgedLeavesTheBackupToo) {
  ASSERT_EQ(On({"backup", "copy"}).code, 0);
  const std::string id = Records().at(0).record_id;
  ASSERT_EQ(On({"purge", id}).code, 0);
  ASSERT_EQ(On({"backup", "copy"}).code, 0);
  EXPECT_FALSE(std::filesystem::exists(folder_ / ("copy/letters/" + id)));
  EXPECT_EQ(RunProgram(folder_, {"verify", "copy"}).code, 0);
}

TEST_F(BackupCommandTest, ARunGoesOnFromARestoredBackup) {
  ASSERT_EQ(On({"backup", "copy"}).code, 0);
  const auto before = Output();
  std::filesystem::remove_all(folder_ / "out");
  std::filesystem::rename(folder_ / "copy", folder_ / "out");
  ASSERT_EQ(RunProgram(folder_, {"verify", "out"}).code, 0);
  EXPECT_EQ(Run().code, 3);
  EXPECT_THAT(folder_.Read("out/run.json"), HasSubstr("\"pages_read\": 0"));
  EXPECT_EQ(Output(), before);
}

}  // namespace
}  // namespace donthu
