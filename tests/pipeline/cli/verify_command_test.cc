#include <gmock/gmock.h>

#include "pipeline/store/store.h"
#include "tests/pipeline/cli/records_folder_fixture.h"

namespace donthu {
namespace {

using ::testing::HasSubstr;

class VerifyCommandTest : public RecordsFolderTest {
 protected:
  void SetUp() override {
    folder_.Put("inbox/a.png", PngScan(1));
    folder_.Put("inbox/b.tif", TiffScan({MadePage(2), MadePage(3)}));
    folder_.Put("inbox/c.pdf", "no scan");
    ASSERT_EQ(Run().code, 3);
    whole_ = Output();
    id_ = Records().at(0).record_id;
  }

  ProgramEnd Verify(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"verify", "out"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunProgram(folder_, arguments);
  }

  void Damage(const std::string& sql) {
    auto database = Database::Open(folder_ / "out/store.sqlite");
    ASSERT_TRUE(database->Execute(sql));
  }

  std::map<std::string, std::string> whole_;
  std::string id_;
};

TEST_F(VerifyCommandTest, AFolderThatIsWholeIsSoAndStaysAsItIs) {
  const ProgramEnd end = Verify();
  EXPECT_EQ(end.code, 0) << end.out;
  EXPECT_THAT(end.out, HasSubstr("ledger        balances"));
  EXPECT_THAT(end.out, HasSubstr("pages in      3"));
  // Three letters were made, and one of them is like another.
  EXPECT_THAT(end.out, HasSubstr("audit         4 links, unbroken"));
  EXPECT_THAT(end.out, HasSubstr("\nwhole\n"));
  EXPECT_EQ(Output(), whole_);
}

TEST_F(VerifyCommandTest, WhatIsDerivedIsMadeAnew) {
  std::filesystem::remove(folder_ / "out/records.jsonl");
  folder_.Put("out/review.csv", "x");
  folder_.Put("out/letters/" + id_ + "/text.txt", "x");
  std::filesystem::remove(folder_ / ("out/letters/" + id_ + "/record.json"));
  const ProgramEnd looked = Verify({"--look-only"});
  EXPECT_EQ(looked.code, 3);
  EXPECT_THAT(looked.out, HasSubstr("not whole"));
  const ProgramEnd mended = Verify();
  EXPECT_EQ(mended.code, 0) << mended.out;
  EXPECT_THAT(mended.out, HasSubstr("mended"));
  EXPECT_EQ(Output(), whole_);
}

TEST_F(VerifyCommandTest, AListAlteredAtItsOldLengthIsMadeAnew) {
  std::string review = folder_.Read("out/review.csv");
  review.back() = 'x';
  folder_.Put("out/review.csv", review);
  EXPECT_EQ(Verify().code, 0);
  EXPECT_EQ(Output(), whole_);
}

TEST_F(VerifyCommandTest, ALostImageIsReadAgainByTheNextRun) {
  const std::string image = "out/letters/" + id_ + "/page-0001.png";
  folder_.Put(image, "damaged");
  EXPECT_EQ(Verify({"--look-only"}).code, 3);
  EXPECT_EQ(Verify().code, 0);
  EXPECT_EQ(Run().code, 3);
  EXPECT_EQ(Output(), whole_);
  EXPECT_EQ(Records().at(0).revision, 1);
}

TEST_F(VerifyCommandTest, AnAlteredRecordIsFound) {
  Damage("UPDATE records SET record = replace(record, 'Nguyễn', 'Nguyen')");
  const ProgramEnd end = Verify();
  EXPECT_EQ(end.code, 3);
  EXPECT_THAT(end.out, HasSubstr("DAMAGED " + id_));
}

TEST_F(VerifyCommandTest, AnAlteredAuditIsFound) {
  Damage("UPDATE audit SET event = 'reviewed' WHERE id = 2");
  const ProgramEnd end = Verify();
  EXPECT_EQ(end.code, 3);
  EXPECT_THAT(end.out, HasSubstr("BROKEN"));
}

TEST_F(VerifyCommandTest, ARecordThatIsGoneIsFound) {
  Damage("DELETE FROM records WHERE record_id = '" + id_ + "'");
  EXPECT_THAT(Verify().out, HasSubstr("DAMAGED " + id_ + ": has no record"));
}

TEST_F(VerifyCommandTest, APageThatIsInNoLetterIsFound) {
  Damage("UPDATE sources SET page_count = page_count + 1 WHERE page_count = 2");
  const ProgramEnd end = Verify();
  EXPECT_EQ(end.code, 3);
  EXPECT_THAT(end.out, HasSubstr("DOES NOT BALANCE"));
}

TEST_F(VerifyCommandTest, AFolderThatBelongsToNoRecordIsNamedAndLeft) {
  folder_.Put("out/letters/stranger/page-0001.png", "x");
  const ProgramEnd end = Verify();
  EXPECT_EQ(end.code, 3);
  EXPECT_THAT(end.out, HasSubstr("letters/stranger"));
  EXPECT_EQ(folder_.Read("out/letters/stranger/page-0001.png"), "x");
}

TEST_F(VerifyCommandTest, AStoreWithTornPagesIsFound) {
  const std::string path = "out/store.sqlite";
  std::string bytes = folder_.Read(path);
  for (std::size_t i = 8192; i < bytes.size(); i += 512) bytes[i] ^= 0x55;
  folder_.Put(path, bytes);
  EXPECT_NE(Verify().code, 0);
}

TEST_F(VerifyCommandTest, WhereNoRecordsAreItSaysSo) {
  EXPECT_EQ(RunProgram(folder_, {"verify", "inbox"}).code, 2);
  EXPECT_EQ(folder_.Read("inbox/store.sqlite"), "");
}

}  // namespace
}  // namespace donthu
