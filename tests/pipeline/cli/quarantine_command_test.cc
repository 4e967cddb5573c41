#include <gmock/gmock.h>

#include "tests/pipeline/cli/records_folder_fixture.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;

class QuarantineCommandTest : public RecordsFolderTest {
 protected:
  void SetUp() override {
    folder_.Put("inbox/good.png", PngScan(1));
    folder_.Put("inbox/slow.png", PngScan(2, Mark::kSlow));
    folder_.Put("donthu.toml", "[limits]\npage_cpu_s = 1\n");
    folder_.Put("inbox/text.pdf", "no scan");
    ASSERT_EQ(Run().code, 3);
    for (const Record& record : Records()) {
      if (record.status == RecordStatus::kFailed) failed_ = record;
    }
  }

  Record failed_;
};

TEST_F(QuarantineCommandTest, ListsWhatFailedWithItsReason) {
  EXPECT_EQ(On({"quarantine", "ls"}).out,
            failed_.record_id + "\tformat_unsupported\tload\t-\ttext.pdf\n");
}

TEST_F(QuarantineCommandTest, ShowsOneWhole) {
  const ProgramEnd end = On({"quarantine", "show", failed_.record_id});
  EXPECT_EQ(end.code, 0);
  EXPECT_THAT(end.out, HasSubstr("reason     format_unsupported"));
  EXPECT_THAT(end.out, HasSubstr("quarantine retry " + failed_.record_id));
  EXPECT_EQ(On({"quarantine", "show", std::string(32, '0')}).code, 2);
  EXPECT_EQ(On({"quarantine", "burn"}).code, 2);
}

TEST_F(QuarantineCommandTest, RetriesFromTheScanThatWasKept) {
  std::filesystem::remove_all(folder_ / "inbox");
  const ProgramEnd end = On({"quarantine", "retry", failed_.record_id});
  EXPECT_EQ(end.code, 3);
  EXPECT_THAT(end.err, HasSubstr("1 tried again, 1 failed again"));
  EXPECT_EQ(Records().size(), 3U);
}

TEST_F(QuarantineCommandTest, ALetterThatSucceedsLeavesTheQuarantine) {
  // As if an earlier program could not read it.
  folder_.Put("inbox/memory.png", PngScan(3, Mark::kGiveUp));
  ASSERT_EQ(Run().code, 3);
  const std::string scan = "out/quarantine/";
  int scans = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(folder_ / scan)) {
    scans += entry.path().extension() == ".scan" ? 1 : 0;
  }
  EXPECT_EQ(scans, 2);
  EXPECT_THAT(On({"quarantine", "ls"}).out, HasSubstr("ocr_failed"));
  EXPECT_EQ(On({"quarantine", "retry"}).code, 3);
}

TEST_F(QuarantineCommandTest, WithNothingInItThereIsNothingToRetry) {
  On({"purge", failed_.record_id});
  EXPECT_EQ(On({"quarantine", "ls"}).out, "");
  EXPECT_EQ(On({"quarantine", "retry"}).code, 5);
  EXPECT_EQ(Records().size(), 2U);
}

}  // namespace
}  // namespace donthu
