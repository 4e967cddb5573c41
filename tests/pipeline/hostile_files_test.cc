// A folder of files made to stop the program, among letters: each ends with a
// record and its reason, in bounded time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "tests/models/record_checks.h"
#include "tests/pipeline/made_scans.h"
#include "tests/pipeline/program.h"
#include "tests/pipeline/records.h"
#include "tests/stages/load/hostile_images.h"
#include "tests/stages/load/hostile_pdf.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

// An object stream that unpacks to ten gibibytes before it holds anything.
std::string ObjectStreamBomb() {
  return RawPdf(PackedObject{"/N 1 /First 1000000000 /Filter /FlateDecode",
                             PackedSpaces(10 * 1024)});
}

void PutHostileFiles(const TemporaryFolder& folder) {
  HostilePage bomb;
  bomb.content_keys = "/Filter [/FlateDecode /FlateDecode]";
  bomb.content = Packed(PackedSpaces(10 * 1024));
  folder.Put("inbox/02 bomb.pdf", RawPdf(bomb));
  folder.Put("inbox/03 objects.pdf", PdfOfManyObjects(10'001));
  folder.Put("inbox/04 deep.pdf", PdfWithDeepTree(100'000));
  folder.Put("inbox/05 chain.pdf", PdfWithLongChain(9'000));
  folder.Put("inbox/06 forms.pdf", PdfWithDoublingForms(40));
  HostilePage wide;
  wide.media_box = "[0 0 1000000000 1000000000]";
  folder.Put("inbox/08 wide.pdf", RawPdf(wide));
  folder.Put("inbox/09 huge.png", PngHead(60'000, 60'000));
  folder.Put("inbox/10 circle.tif", TiffOfFields(GrayFields(4, 4), 8));
  folder.Put("inbox/11 animated.gif", "GIF89a\x01\x02\x03");
  folder.Put("inbox/12 locked.pdf", EncryptedPdf());
  folder.Put("inbox/15 packed.pdf", ObjectStreamBomb());
  folder.Put("donthu.toml",
             "[limits]\npage_cpu_s = 3\nmax_pdf_objects = 10000\n");
}

void PutReadableFiles(const TemporaryFolder& folder) {
  folder.Put("inbox/01.png", PngScan(1));
  folder.Put("inbox/07 fields.pdf", PdfWithSharedFields(40));
  folder.Put("inbox/13 open.pdf", Encrypted(PdfScan(13), ""));
  folder.Put("inbox/14.jpg", JpegScan(14));
}

TEST(HostileFilesTest, EachEndsWithItsReasonAndTheLettersAreRead) {
  const TemporaryFolder folder;
  PutReadableFiles(folder);
  PutHostileFiles(folder);
  const auto begin = std::chrono::steady_clock::now();
  const ProgramEnd end = RunProgram(
      folder,
      {"run", "inbox", "--out", "out", "--jobs", "2", "--today", "2026-07-06"});
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(end.code, 3) << end.err;
  // Processor time is limited to 3 s a page; the machine may be busy.
  EXPECT_LT(took, std::chrono::seconds(240));
  const std::string lines = folder.Read("out/records.jsonl");
  EXPECT_THAT(
      Outcomes(lines),
      ElementsAre("01.png complete", "02 bomb.pdf failed stream_too_large",
                  "03 objects.pdf failed too_many_objects",
                  "04 deep.pdf failed too_many_objects",
                  "05 chain.pdf failed document_damaged",
                  "06 forms.pdf failed timed_out", "07 fields.pdf complete",
                  "08 wide.pdf failed too_many_pixels",
                  "09 huge.png failed too_many_pixels",
                  "10 circle.tif failed document_damaged",
                  "11 animated.gif failed format_unsupported",
                  "12 locked.pdf failed encrypted", "13 open.pdf complete",
                  "14.jpg complete", "15 packed.pdf failed stream_too_large"));
  for (const Record& record : RecordsOf(lines)) {
    if (!record.error) continue;
    EXPECT_FALSE(record.error->stage.empty());
    EXPECT_FALSE(record.error->detail.empty());
  }
  EXPECT_EQ(CheckDraft2020(SchemaForm::kStrict, lines), "exit 0");
}

}  // namespace
}  // namespace donthu
