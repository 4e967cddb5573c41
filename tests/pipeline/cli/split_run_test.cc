// Files that hold more than one letter.
#include <gmock/gmock.h>

#include <algorithm>

#include "tests/pipeline/cli/records_folder_fixture.h"

namespace donthu {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

class SplitRunTest : public RecordsFolderTest {
 protected:
  void SetUp() override {
    folder_.Put("inbox/a.tif",
                TiffScan({MadePage(1), MadePage(2), MadePage(3)}));
  }

  std::vector<Record> Letters(RecordStatus but) const {
    std::vector<Record> letters;
    for (Record& record : Records()) {
      if (record.status != but) letters.push_back(std::move(record));
    }
    return letters;
  }
  std::vector<Record> InForce() const {
    return Letters(RecordStatus::kWithdrawn);
  }
  void ExpectWhole() {
    const ProgramEnd verified = On({"verify", "--look-only"});
    EXPECT_THAT(verified.out, EndsWith("whole\n"));
    EXPECT_EQ(verified.code, 0) << verified.out;
  }
};

TEST_F(SplitRunTest, OneLetterAFileIsTheDefault) {
  Run();
  EXPECT_EQ(Records().size(), 1U);
}

TEST_F(SplitRunTest, AnotherSplitMakesLettersAnewFromStoredPages) {
  Run();
  const std::string whole = Records().at(0).record_id;
  const ProgramEnd parted = Run({"--split", "auto", "--explain"});
  EXPECT_EQ(parted.code, 0) << parted.err;
  EXPECT_THAT(parted.err, HasSubstr("made with another config, split\n"));
  EXPECT_THAT(folder_.Read("out/run.json"), HasSubstr("\"pages_read\": 0"));
  const auto letters = InForce();
  ASSERT_EQ(letters.size(), 3U);
  for (const Record& letter : letters) {
    EXPECT_EQ(letter.supersedes, std::vector<std::string>{whole});
    EXPECT_FALSE(folder_.Read("out/" + *letter.pages[0].image).empty());
  }
  const auto records = Records();
  const auto tombstone = std::find_if(
      records.begin(), records.end(),
      [&](const Record& record) { return record.record_id == whole; });
  ASSERT_NE(tombstone, records.end());
  EXPECT_EQ(tombstone->status, RecordStatus::kWithdrawn);
  EXPECT_EQ(tombstone->superseded_by.size(), 3U);
  ExpectWhole();
}

TEST_F(SplitRunTest, BackAndForthLeavesAWholeFolder) {
  Run({"--split", "auto"});
  ASSERT_EQ(InForce().size(), 3U);
  Run({"--split", "file"});
  ASSERT_EQ(InForce().size(), 1U);
  EXPECT_EQ(InForce()[0].supersedes.size(), 3U);
  EXPECT_FALSE(folder_.Read("out/" + *InForce()[0].pages[2].image).empty());
  ExpectWhole();
  Run({"--split", "auto"});
  EXPECT_EQ(InForce().size(), 3U);
  ExpectWhole();
}

TEST_F(SplitRunTest, TheConfigurationPartsTooAndTheOptionGoesBeforeIt) {
  folder_.Put("donthu.toml", "[split]\nmode = \"auto\"\n");
  Run();
  EXPECT_EQ(InForce().size(), 3U);
  Run({"--split", "separator"});
  EXPECT_EQ(InForce().size(), 1U);
}

TEST_F(SplitRunTest, APurgedLetterDoesNotComeBackWithItsStack) {
  Run({"--split", "auto"});
  const std::string purged = InForce().at(1).record_id;
  ASSERT_EQ(On({"purge", purged}).code, 0);
  const ProgramEnd again = Run({"--split", "file", "--explain"});
  EXPECT_THAT(again.err, HasSubstr("a.tif: purged in part, left alone\n"));
  EXPECT_EQ(InForce().size(), 2U);
  ExpectWhole();
}

TEST_F(SplitRunTest, SheetsArePrintedAsAPdf) {
  const ProgramEnd printed =
      RunProgram(folder_, {"separators", "--count", "3", "--out", "s.pdf"});
  EXPECT_EQ(printed.code, 0) << printed.err;
  EXPECT_THAT(folder_.Read("s.pdf"), ::testing::StartsWith("%PDF-"));
  const ProgramEnd none =
      RunProgram(folder_, {"separators", "--count", "0", "--out", "s.pdf"});
  EXPECT_EQ(none.code, 2);
}

}  // namespace
}  // namespace donthu
