// The page comes back as it was, in the file's own bytes.
#include "stages/archive/archive.h"

#include <gtest/gtest.h>

#include "stages/load/orientation.h"
#include "tests/stages/archive/made_copy.h"
#include "tests/stages/load/made_files.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu {
namespace {

constexpr int kWidth = 600;
constexpr int kHeight = 850;

PageImage Scan(PixelFormat format = PixelFormat::kRgb24) {
  PageImage page = Blocks(kWidth, kHeight, format);
  page.dpi_x = page.dpi_y = 150.0;
  return page;
}

std::string AsString(const std::vector<std::uint8_t>& bytes) {
  return {bytes.begin(), bytes.end()};
}

EncodedPage StoredIn(const std::string& file) {
  const BytesInMemory memory(file);
  const Load load{LoadLimits{}};
  const auto document = load.Open(memory.descriptor());
  return *load.Stored({**document, 1});
}

// The copy shows what the file shows, turned clockwise by `rotation_deg`.
void ExpectSamePixels(const std::string& file, const std::string& copy,
                      int rotation_deg = 0, int most_off = 0) {
  const auto before = Loaded(file);
  const auto after = Loaded(copy);
  ASSERT_TRUE(before);
  ASSERT_TRUE(after) << after.error().detail;
  constexpr int kTagOf[] = {1, 6, 3, 8};
  const PageImage upright =
      Oriented(*before, OrientationFromTag(kTagOf[rotation_deg / 90]));
  EXPECT_LE(WorstDifference(upright, *after), most_off);
}

struct Way {
  const char* name;
  Codec codec;
  PixelFormat format;
  const char* filter;
};

class StoredBytesTest : public ::testing::TestWithParam<Way> {
 protected:
  std::string File() const {
    const bool bilevel = GetParam().codec == Codec::kTiffG4;
    PageImage page =
        bilevel ? BilevelBlocks(kWidth, kHeight) : Scan(GetParam().format);
    page.dpi_x = page.dpi_y = 150.0;
    return Encoded(page, GetParam().codec);
  }
};

TEST_P(StoredBytesTest, KeepsTheFilesOwnBytes) {
  const std::string file = File();
  const auto copy = CopyOf(file, LetterOf({"Kính gửi"}));
  ASSERT_TRUE(copy) << copy.error().detail;
  const CodedImage image = ImageIn(*copy);
  EXPECT_EQ(image.filter, GetParam().filter);
  const EncodedPage stored = StoredIn(file);
  ASSERT_FALSE(stored.bytes.empty());
  EXPECT_EQ(image.bytes, AsString(stored.bytes));
  const bool whole_file = stored.coding == PageCoding::kJpeg ||
                          stored.coding == PageCoding::kJpeg2000;
  if (whole_file) {
    EXPECT_EQ(image.bytes, file);
  }
  if (stored.coding == PageCoding::kGroup4) {
    EXPECT_NE(file.find(image.bytes), std::string::npos);
  }
}

TEST_P(StoredBytesTest, ShowsWhatTheFileShows) {
  const std::string file = File();
  for (const ArchiveForm form : {ArchiveForm::kPdf, ArchiveForm::kPdfA2b}) {
    const auto copy = CopyOf(file, LetterOf({"Kính gửi"}), form);
    ASSERT_TRUE(copy);
    EXPECT_EQ(FaultsOf(*copy), "");
    // Poppler decodes JPEG 2000 by itself: rounding may differ.
    ExpectSamePixels(file, *copy, 0, GetParam().codec == Codec::kJp2 ? 2 : 0);
  }
}

TEST_P(StoredBytesTest, IsTurnedByThePageAlone) {
  const std::string file = File();
  for (const int rotation : {90, 180, 270}) {
    const auto copy =
        CopyOf(file, LetterOf({"Kính gửi"}), ArchiveForm::kPdf, rotation);
    ASSERT_TRUE(copy);
    EXPECT_EQ(ImageIn(*copy).bytes, AsString(StoredIn(file).bytes));
    ExpectSamePixels(file, *copy, rotation,
                     GetParam().codec == Codec::kJp2 ? 2 : 0);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Formats, StoredBytesTest,
    ::testing::Values(
        Way{"jpeg", Codec::kJpeg, PixelFormat::kRgb24, "/DCTDecode"},
        Way{"gray_jpeg", Codec::kJpeg, PixelFormat::kGray8, "/DCTDecode"},
        Way{"png", Codec::kPng, PixelFormat::kRgb24, "/FlateDecode"},
        Way{"gray_png", Codec::kPng, PixelFormat::kGray8, "/FlateDecode"},
        Way{"jp2", Codec::kJp2, PixelFormat::kRgb24, "/JPXDecode"},
        Way{"tiff_g4", Codec::kTiffG4, PixelFormat::kGray8, "/CCITTFaxDecode"}),
    [](const auto& way) { return std::string(way.param.name); });

TEST(ArchiveTest, PacksWithoutLossWhatAPdfDoesNotKnow) {
  for (const Codec codec : {Codec::kWebp, Codec::kTiffLzw, Codec::kTiffJpeg,
                            Codec::kTiffPlain, Codec::kTiffDeflate}) {
    for (const auto format : {PixelFormat::kGray8, PixelFormat::kRgb24}) {
      const std::string file = Encoded(Scan(format), codec);
      const auto copy = CopyOf(file, LetterOf({"Kính gửi"}));
      ASSERT_TRUE(copy);
      EXPECT_EQ(ImageIn(*copy).filter, "/FlateDecode");
      ExpectSamePixels(file, *copy);
      EXPECT_EQ(FaultsOf(*copy), "");
    }
  }
}

TEST(ArchiveTest, TurnsAPhotographAsItsExifSays) {
  const std::string jpeg = Encoded(Scan(), Codec::kJpeg);
  for (int tag = 1; tag <= 8; ++tag) {
    const std::string file = WithOrientation(jpeg, tag);
    for (const int rotation : {0, 90}) {
      const auto copy =
          CopyOf(file, LetterOf({"Kính gửi"}), ArchiveForm::kPdf, rotation);
      ASSERT_TRUE(copy);
      EXPECT_EQ(ImageIn(*copy).bytes, file) << tag;
      ExpectSamePixels(file, *copy, rotation);
    }
  }
}

TEST(ArchiveTest, TheSameLetterGivesTheSameBytes) {
  const std::string file = Encoded(Scan(), Codec::kPng);
  for (const ArchiveForm form : {ArchiveForm::kPdf, ArchiveForm::kPdfA2b}) {
    const auto once = CopyOf(file, LetterOf({"Kính gửi", "ông An"}), form);
    const auto twice = CopyOf(file, LetterOf({"Kính gửi", "ông An"}), form);
    EXPECT_EQ(*once, *twice);
    EXPECT_NE(*once, *CopyOf(file, LetterOf({"Kính gửi", "ông Ân"}), form));
  }
}

TEST(ArchiveTest, APageThatCouldNotBeReadIsAnEmptySheet) {
  RecordPage failed;
  failed.number = 1;
  failed.status = PageStatus::kFailed;
  const std::vector<ArchivePage> pages = {{failed, {}}};
  const Letter letter = LetterOf({"Kính gửi"});
  const DecodePage decode = [](int) -> Result<PageImage> {
    return Fail(ErrorCode::kInternal, "page", "is not asked for");
  };
  const auto copy =
      Archive().Run({"id", pages, letter, "", decode, ArchiveForm::kPdfA2b});
  ASSERT_TRUE(copy);
  EXPECT_EQ(FaultsOf(*copy), "");
  EXPECT_EQ(ImageIn(*copy).bytes, "");
}

}  // namespace
}  // namespace donthu
