// Archive copies: made with a run, later, again, after a kill; checked, backed
// up and purged as all else is.
#include <gmock/gmock.h>
#include <signal.h>
#include <unistd.h>

#include "tests/pipeline/cli/records_folder_fixture.h"

namespace donthu {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class ArchiveCommandTest : public RecordsFolderTest {
 protected:
  void SetUp() override {
    folder_.Put("inbox/a.png", PngScan(1));
    folder_.Put("inbox/b.jpg", JpegScan(2));
    folder_.Put("inbox/c.tif", TiffScan({MadePage(3), MadePage(4)}));
    folder_.Put("inbox/d.pdf", PdfScan(5));
  }

  ProgramEnd Archive(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"archive", "out"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunProgram(folder_, arguments);
  }

  std::string CopyOf(const std::string& id, const std::string& name) {
    return folder_.Read("out/letters/" + id + "/" + name);
  }

  // Those of all letters, by their path.
  std::map<std::string, std::string> Copies(const std::string& out = "out") {
    std::map<std::string, std::string> copies;
    for (const auto& [path, bytes] : Output(out)) {
      const bool is_copy = path.find("archive.pdf") != std::string::npos ||
                           path.find("alto.xml") != std::string::npos;
      if (is_copy) copies[path] = bytes;
    }
    return copies;
  }
};

TEST_F(ArchiveCommandTest, ARunMakesTheCopiesThatItIsAskedFor) {
  ASSERT_EQ(Run({"--archive", "pdf,alto"}).code, 0);
  EXPECT_EQ(Copies().size(), 8U);
  for (const Record& record : Records()) {
    EXPECT_THAT(CopyOf(record.record_id, "archive.pdf"), StartsWith("%PDF-1."));
    EXPECT_THAT(CopyOf(record.record_id, "alto.xml"), EndsWith("</alto>\n"));
  }
  EXPECT_THAT(folder_.Read("out/run.json"), HasSubstr("\"made\": 4"));
}

TEST_F(ArchiveCommandTest, WithoutBeingAskedItMakesNone) {
  ASSERT_EQ(Run().code, 0);
  EXPECT_TRUE(Copies().empty());
}

TEST_F(ArchiveCommandTest, TheConfigurationAsksToo) {
  folder_.Put("donthu.toml",
              "[archive]\nformats = [\"pdf\"]\npdf = \"pdfa-2b\"\n");
  ASSERT_EQ(Run().code, 0);
  EXPECT_EQ(Copies().size(), 4U);
  for (const auto& [path, bytes] : Copies()) {
    EXPECT_THAT(bytes, HasSubstr("GTS_PDFA1")) << path;
  }
}

TEST_F(ArchiveCommandTest, CopiesMadeLaterAreTheSameBytes) {
  ASSERT_EQ(Run({"--archive", "pdf,alto"}).code, 0);
  const auto with_the_run = Output();
  std::filesystem::remove_all(folder_ / "out");
  ASSERT_EQ(Run().code, 0);
  const ProgramEnd later =
      Archive({"--inbox", "inbox", "--archive", "pdf,alto", "--jobs", "1"});
  EXPECT_EQ(later.code, 0) << later.err;
  EXPECT_THAT(later.err, HasSubstr("4 letters copied"));
  EXPECT_EQ(Output(), with_the_run);
}

TEST_F(ArchiveCommandTest, NothingIsMadeTwice) {
  ASSERT_EQ(Run({"--archive", "pdf"}).code, 0);
  EXPECT_THAT(Archive({"--inbox", "inbox", "--archive", "pdf"}).err,
              HasSubstr("0 letters copied, 4 were up to date"));
  EXPECT_THAT(Archive({"--inbox", "inbox", "--archive", "pdfa-2b"}).err,
              HasSubstr("4 letters copied, 0 were up to date"));
}

TEST_F(ArchiveCommandTest, AskingForCopiesChangesNoRecord) {
  ASSERT_EQ(Run().code, 0);
  const std::string before = folder_.Read("out/records.jsonl");
  ASSERT_EQ(Run({"--archive", "pdf"}).code, 0);
  EXPECT_EQ(folder_.Read("out/records.jsonl"), before);
  EXPECT_EQ(Copies().size(), 4U);
}

TEST_F(ArchiveCommandTest, AScanThatIsGoneGetsAltoAlone) {
  ASSERT_EQ(Run().code, 0);
  std::filesystem::remove(folder_ / "inbox/a.png");
  folder_.Put("inbox/b.jpg", JpegScan(9));
  const ProgramEnd made =
      Archive({"--inbox", "inbox", "--archive", "pdf,alto"});
  EXPECT_EQ(made.code, 3);
  EXPECT_THAT(made.err, HasSubstr("a.png"));
  EXPECT_THAT(made.err, HasSubstr("b.jpg"));
  EXPECT_THAT(made.err, HasSubstr("2 without their scan"));
  EXPECT_EQ(Copies().size(), 6U);
}

TEST_F(ArchiveCommandTest, AltoNeedsNoScan) {
  ASSERT_EQ(Run().code, 0);
  EXPECT_EQ(Archive({"--archive", "alto"}).code, 0);
  EXPECT_EQ(Copies().size(), 4U);
}

TEST_F(ArchiveCommandTest, SaysWhatItDoesNotKnow) {
  ASSERT_EQ(Run().code, 0);
  EXPECT_EQ(Archive({"--archive", "docx"}).code, 9);
  EXPECT_EQ(Archive().code, 2);
  folder_.Put("donthu.toml", "[archive]\nformats = [\"docx\"]\n");
  EXPECT_EQ(Run().code, 9);
}

TEST_F(ArchiveCommandTest, ALetterThatFailedHasNone) {
  folder_.Put("inbox/e.pdf", "no scan");
  EXPECT_EQ(Run({"--archive", "pdf,alto"}).code, 3);
  EXPECT_EQ(Copies().size(), 8U);
}

TEST_F(ArchiveCommandTest, VerifyFindsACopyThatWasAlteredAndItIsMadeAgain) {
  ASSERT_EQ(Run({"--archive", "pdf"}).code, 0);
  const auto before = Copies();
  const std::string id = Records().at(0).record_id;
  folder_.Put("out/letters/" + id + "/archive.pdf", "altered");
  EXPECT_EQ(RunProgram(folder_, {"verify", "out", "--look-only"}).code, 3);
  const ProgramEnd mended = RunProgram(folder_, {"verify", "out"});
  EXPECT_EQ(mended.code, 0);
  EXPECT_THAT(mended.out, HasSubstr("archive copy"));
  EXPECT_EQ(Run({"--archive", "pdf"}).code, 0);
  EXPECT_EQ(Copies(), before);
}

TEST_F(ArchiveCommandTest, BackupTakesThemAlongAndPurgeAway) {
  ASSERT_EQ(Run({"--archive", "pdf,alto"}).code, 0);
  ASSERT_EQ(On({"backup", "copy"}).code, 0);
  EXPECT_EQ(Copies("copy").size(), 8U);
  EXPECT_EQ(RunProgram(folder_, {"verify", "copy"}).code, 0);
  const std::string id = Records().at(0).record_id;
  ASSERT_EQ(On({"purge", id}).code, 0);
  EXPECT_EQ(Copies().size(), 6U);
  EXPECT_EQ(RunProgram(folder_, {"verify", "out"}).code, 0);
  EXPECT_EQ(Run({"--archive", "pdf,alto"}).code, 0);
  EXPECT_EQ(Copies().size(), 6U);
}

TEST_F(ArchiveCommandTest, KilledAtAnyMomentTheNextRunGoesOn) {
  for (int i = 10; i < 22; ++i) {
    folder_.Put("inbox/m" + std::to_string(i) + ".png", PngScan(i));
  }
  ASSERT_EQ(Run().code, 0);
  const std::vector<std::string> arguments = {
      "archive", "out", "--inbox", "inbox", "--archive", "pdf,alto"};
  for (int round = 0; round < 8; ++round) {
    const pid_t program = StartProgram(folder_, arguments);
    ::usleep(static_cast<useconds_t>(150'000 + 40'000 * round));
    ::kill(-program, SIGKILL);
    EndOf(folder_, program);
  }
  ASSERT_EQ(Archive({"--inbox", "inbox", "--archive", "pdf,alto"}).code, 0);
  const auto after_kills = Output();
  EXPECT_EQ(RunProgram(folder_, {"verify", "out", "--look-only"}).code, 0);
  std::filesystem::remove_all(folder_ / "out");
  ASSERT_EQ(Run({"--archive", "pdf,alto"}).code, 0);
  EXPECT_EQ(Output(), after_kills);
}

}  // namespace
}  // namespace donthu
