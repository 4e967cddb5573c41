#include <gmock/gmock.h>

#include "pipeline/store/store.h"
#include "tests/pipeline/cli/records_folder_fixture.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PurgeCommandTest : public RecordsFolderTest {
 protected:
  void SetUp() override {
    folder_.Put("inbox/ong_an.png", PngScan(1));
    folder_.Put("inbox/ba_binh.png", PngScan(2));
    ASSERT_EQ(Run().code, 0);
    first_ = Records().at(0);
    second_ = Records().at(1);
  }

  // The bytes of every file of the output folder.
  std::string Disk() {
    std::string bytes;
    namespace fs = std::filesystem;
    for (const auto& entry :
         fs::recursive_directory_iterator(folder_ / "out")) {
      bytes += entry.path().filename().string() + "\n";
      if (!entry.is_regular_file()) continue;
      bytes +=
          folder_.Read(entry.path().string().substr(folder_.path().size() + 1));
    }
    return bytes;
  }

  Record first_;
  Record second_;
};

TEST_F(PurgeCommandTest, NothingOfTheLetterIsLeftOnTheDiskButIdAndHash) {
  const std::string name = first_.fields->senders.at(0).name->value;
  const std::string address = first_.fields->senders.at(0).address->value;
  ASSERT_THAT(Disk(), HasSubstr(address));
  const ProgramEnd end = On({"purge", first_.record_id});
  EXPECT_EQ(end.code, 0) << end.err;
  EXPECT_EQ(end.out, first_.record_id + "\n");
  const std::string disk = Disk();
  EXPECT_THAT(disk, Not(HasSubstr(address)));
  EXPECT_THAT(disk, Not(HasSubstr(first_.source.file)));
  EXPECT_THAT(disk, Not(HasSubstr(*first_.text)));
  EXPECT_THAT(disk, HasSubstr(first_.record_id));
  EXPECT_THAT(disk, HasSubstr(first_.source.sha256));
  EXPECT_EQ(Records().size(), 1U);
}

TEST_F(PurgeCommandTest, TheLedgerStillBalancesAndTheAuditIsUnbroken) {
  On({"purge", first_.record_id});
  const ProgramEnd verified = RunProgram(folder_, {"verify", "out"});
  EXPECT_EQ(verified.code, 0) << verified.out;
  EXPECT_THAT(verified.out, HasSubstr("purged      1"));
}

TEST_F(PurgeCommandTest, AScanThatIsStillInTheInboxIsLeftAlone) {
  On({"purge", first_.record_id});
  const ProgramEnd end = Run({"--explain"});
  EXPECT_EQ(end.code, 0);
  EXPECT_THAT(end.err, HasSubstr("purged, left alone"));
  EXPECT_EQ(Records().size(), 1U);
}

TEST_F(PurgeCommandTest, ByDayTakesWhatCameBefore) {
  folder_.Put("inbox/later.png", PngScan(3));
  ASSERT_EQ(Run({"--received", "2026-07-20"}).code, 0);
  EXPECT_EQ(On({"purge", "--before", "2026-07-10", "--dry-run"}).out,
            first_.record_id + "\n" + second_.record_id + "\n");
  EXPECT_EQ(Records().size(), 3U);
  EXPECT_EQ(On({"purge", "--before", "2026-07-10"}).code, 0);
  ASSERT_EQ(Records().size(), 1U);
  EXPECT_EQ(Records()[0].source.file, "later.png");
}

TEST_F(PurgeCommandTest, AnUnknownIdPurgesNothing) {
  const ProgramEnd end = On({"purge", first_.record_id, std::string(32, '0')});
  EXPECT_EQ(end.code, 2);
  EXPECT_EQ(Records().size(), 2U);
  EXPECT_EQ(On({"purge"}).code, 2);
  EXPECT_EQ(On({"purge", "--before", "yesterday"}).code, 2);
}

TEST_F(PurgeCommandTest, APurgeThatACrashCutShortIsEndedByTheNextRun) {
  // The store has it, the folder does not know yet.
  {
    const auto store = Store::Open(folder_ / "out/store.sqlite");
    ASSERT_TRUE((*store)->Purge(**(*store)->FindLetter(first_.record_id)));
  }
  EXPECT_TRUE(
      std::filesystem::exists(folder_ / ("out/letters/" + first_.record_id)));
  EXPECT_EQ(Run().code, 0);
  EXPECT_FALSE(
      std::filesystem::exists(folder_ / ("out/letters/" + first_.record_id)));
}

}  // namespace
}  // namespace donthu
