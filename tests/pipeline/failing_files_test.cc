// A folder in which everything that can go wrong does, among good letters.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/models/record_checks.h"
#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/program.h"
#include "tests/pipeline/records.h"
#include "tests/stages/load/hostile_images.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

void PutGoodLetters(const TemporaryFolder& folder) {
  folder.Put("inbox/01.png", PngScan(1));
  folder.Put("inbox/02.tif", TiffScan({MadePage(2), MadePage(3)}));
  folder.Put("inbox/04.jpg", JpegScan(4));
  folder.Put("inbox/05.pdf", PdfScan(5));
  folder.Put("inbox/09 one more.png", PngScan(9));
  folder.Put("inbox/12.pdf", PdfScan(12));
  folder.Put("inbox/15.jpg", JpegScan(15));
  folder.Put("inbox/16.png", PngScan(16));
  folder.Put("inbox/17.tif", TiffScan({MadePage(17)}));
  folder.Put("inbox/100.png", PngScan(100));
}

void PutFailingFiles(const TemporaryFolder& folder) {
  folder.Put("inbox/03 empty.pdf", "");
  folder.Put("inbox/06 text.pdf", "Đây là một bức thư, không phải là PDF.\n");
  const std::string jpeg = JpegScan(7);
  folder.Put("inbox/07 truncated.jpg", jpeg.substr(0, jpeg.size() / 2));
  folder.Put("inbox/08 encrypted.pdf", EncryptedPdf());
  folder.Put("inbox/10 no page.pdf", PdfWithoutPages());
  folder.Put("inbox/11 huge.png", PngHead(60'000, 60'000));
  folder.Put("inbox/13 crash.png", PngScan(13, Mark::kSegfault));
  folder.Put("inbox/14 hang.png", PngScan(14, Mark::kBusyForever));
  folder.Put("donthu.toml", "[limits]\npage_cpu_s = 1\n");
}

TEST(FailingFilesTest, EachHasItsOwnReasonAndTheOthersAreRead) {
  const TemporaryFolder folder;
  PutGoodLetters(folder);
  PutFailingFiles(folder);
  const ProgramEnd end = RunProgram(
      folder,
      {"run", "inbox", "--out", "out", "--jobs", "2", "--today", "2026-07-06"});
  EXPECT_EQ(end.code, 3) << end.err;
  EXPECT_EQ(end.out, "");
  const std::string lines = folder.Read("out/records.jsonl");
  EXPECT_THAT(
      Outcomes(lines),
      ElementsAre("01.png complete", "02.tif complete",
                  "03 empty.pdf failed file_empty", "04.jpg complete",
                  "05.pdf complete", "06 text.pdf failed format_unsupported",
                  "07 truncated.jpg failed file_truncated",
                  "08 encrypted.pdf failed encrypted",
                  "09 one more.png complete", "10 no page.pdf failed no_pages",
                  "11 huge.png failed too_many_pixels", "12.pdf complete",
                  "13 crash.png failed worker_crashed",
                  "14 hang.png failed timed_out", "15.jpg complete",
                  "16.png complete", "17.tif complete", "100.png complete"));
  EXPECT_EQ(CheckDraft2020(SchemaForm::kStrict, lines), "exit 0");
  const Draft7Schema draft7(SchemaForm::kStrict);
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    EXPECT_TRUE(draft7.Accepts(line));
  }
}

}  // namespace
}  // namespace donthu
