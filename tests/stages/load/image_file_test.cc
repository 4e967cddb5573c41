#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "tests/stages/load/made_files.h"

namespace donthu {
namespace {

using std::string_literals::operator""s;

std::string Png60000() {
  // The header and little else: 60 000 by 60 000, gray, with a right checksum.
  return "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xea\x60\0\0\xea\x60\x08\0\0\0\0"
         "\xa5\xb9\x2a\x9e\0\0\0\x09IDAT123456789"s;
}

std::string Cut(std::string bytes, double share) {
  bytes.resize(
      static_cast<std::size_t>(static_cast<double>(bytes.size()) * share));
  return bytes;
}

// EXIF with an orientation, put behind the SOI marker of a JPEG.
std::string WithOrientation(const std::string& jpeg, char tag) {
  const std::string exif =
      "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0"
      "\x01\0"s +
      tag + "\0\0\0\0\0\0"s;
  const auto length = static_cast<char>(exif.size() + 2);
  return jpeg.substr(0, 2) + "\xff\xe1\0"s + length + exif + jpeg.substr(2);
}

struct LosslessCase {
  Codec codec;
  PixelFormat format;
};

class LosslessTest : public ::testing::TestWithParam<LosslessCase> {};

TEST_P(LosslessTest, GivesThePixelsBack) {
  const PageImage made = Blocks(40, 60, GetParam().format);
  const auto page = Loaded(Encoded(made, GetParam().codec));
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_EQ(WorstDifference(*page, made), 0);
  EXPECT_FALSE(page->bilevel);
}

INSTANTIATE_TEST_SUITE_P(
    Codecs, LosslessTest,
    ::testing::Values(LosslessCase{Codec::kPng, PixelFormat::kGray8},
                      LosslessCase{Codec::kPng, PixelFormat::kRgb24},
                      LosslessCase{Codec::kWebp, PixelFormat::kRgb24},
                      LosslessCase{Codec::kTiffPlain, PixelFormat::kGray8},
                      LosslessCase{Codec::kTiffLzw, PixelFormat::kGray8},
                      LosslessCase{Codec::kTiffLzw, PixelFormat::kRgb24},
                      LosslessCase{Codec::kTiffDeflate, PixelFormat::kRgb24}));

TEST(ImageFileTest, ReadsBlackAndWhiteAsBilevel) {
  const PageImage made = BilevelBlocks(43, 60);
  for (const Codec codec : {Codec::kPng, Codec::kTiffG4, Codec::kTiffLzw}) {
    const auto page = Loaded(Encoded(made, codec));
    ASSERT_TRUE(page) << page.error().detail;
    EXPECT_EQ(WorstDifference(*page, made), 0);
    EXPECT_TRUE(page->bilevel);
  }
}

TEST(ImageFileTest, ReadsLossyFormatsClosely) {
  for (const Codec codec : {Codec::kJpeg, Codec::kJp2, Codec::kTiffJpeg}) {
    for (const auto format : {PixelFormat::kGray8, PixelFormat::kRgb24}) {
      const PageImage made = Blocks(256, 512, format);
      const auto page = Loaded(Encoded(made, codec));
      ASSERT_TRUE(page) << page.error().detail;
      EXPECT_LE(MeanDifference(*page, made), 2.0);
    }
  }
}

TEST(ImageFileTest, KeepsHorizontalAndVerticalResolutionApart) {
  PageImage fax = BilevelBlocks(1728, 1146);
  fax.dpi_x = 204;
  fax.dpi_y = 98;
  const auto page = Loaded(Encoded(fax, Codec::kTiffG4));
  ASSERT_TRUE(page);
  EXPECT_NEAR(page->dpi_x, 204.0, 1.0);
  EXPECT_NEAR(page->dpi_y, 98.0, 1.0);
}

TEST(ImageFileTest, TurnsAsExifSays) {
  const PageImage made = Blocks(64, 128, PixelFormat::kGray8);
  const auto page = Loaded(WithOrientation(Encoded(made, Codec::kJpeg), 6));
  ASSERT_TRUE(page) << page.error().detail;
  ASSERT_EQ(page->width_px, 128);
  ASSERT_EQ(page->height_px, 64);
  EXPECT_NEAR(page->pixels[127], 0, 8);  // top left is now top right
  EXPECT_NEAR(page->pixels[0], 160, 8);  // bottom left is now top left
}

TEST(ImageFileTest, KeepsAGrayJpegGray) {
  const PageImage made = Blocks(64, 64, PixelFormat::kGray8);
  const auto page = Loaded(Encoded(made, Codec::kJpeg));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->format, PixelFormat::kGray8);
}

TEST(ImageFileTest, ReadsEveryPageOfATiff) {
  const std::string file = MultipageTiff(
      {BilevelBlocks(40, 60), BilevelBlocks(50, 70), BilevelBlocks(60, 80)});
  const auto document = Opened(file);
  ASSERT_TRUE(document) << document.error().detail;
  EXPECT_EQ((*document)->MediaType(), "image/tiff");
  ASSERT_EQ((*document)->PageCount(), 3);
  for (const int number : {3, 1, 2}) {
    const auto page = Load({}).Run({**document, number});
    ASSERT_TRUE(page);
    EXPECT_EQ(WorstDifference(
                  *page, BilevelBlocks(30 + 10 * number, 50 + 10 * number)),
              0);
  }
}

TEST(ImageFileTest, CountsThePixelsThatHeifDecodesNotThoseItClaims) {
  std::ifstream in(DONTHU_SOURCE_DIR "/tests/fuzz/corpus/image/colour.heic",
                   std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const LoadLimits limits = {1, 100};
  // The box "ispe": version and flags, then width and height.
  const std::size_t size = bytes.find("ispe") + 8;
  bytes.replace(size, 8, std::string("\0\0\0\4\0\0\0\4", 8));
  EXPECT_EQ(ErrorOf(bytes, limits), "too_many_pixels");
}

TEST(ImageFileTest, KnowsAnEmptyFile) { EXPECT_EQ(ErrorOf(""), "file_empty"); }

TEST(ImageFileTest, KnowsTruncatedFiles) {
  const PageImage made = Blocks(300, 400, PixelFormat::kGray8);
  for (const Codec codec : {Codec::kJpeg, Codec::kPng, Codec::kWebp,
                            Codec::kTiffLzw, Codec::kTiffPlain, Codec::kJp2}) {
    const std::string whole = Encoded(made, codec);
    ASSERT_EQ(ErrorOf(whole), "no error");
    for (const double share : {0.4, 0.6, 0.9}) {
      EXPECT_EQ(ErrorOf(Cut(whole, share)), "file_truncated")
          << static_cast<int>(codec) << " at " << share;
    }
  }
}

TEST(ImageFileTest, AcceptsAJpegThatLacksItsEndMarkOnly) {
  std::string jpeg =
      Encoded(Blocks(300, 400, PixelFormat::kGray8), Codec::kJpeg);
  jpeg.resize(jpeg.size() - 2);
  EXPECT_EQ(ErrorOf(jpeg), "no error");
}

TEST(ImageFileTest, RefusesTooManyPixelsByTheHeaderAlone) {
  EXPECT_EQ(ErrorOf(Png60000()), "too_many_pixels");
  LoadLimits small;
  small.max_pixels = 2399;
  const PageImage made = Blocks(40, 60, PixelFormat::kGray8);
  for (const Codec codec :
       {Codec::kJpeg, Codec::kPng, Codec::kWebp, Codec::kTiffLzw}) {
    EXPECT_EQ(ErrorOf(Encoded(made, codec), small), "too_many_pixels");
  }
}

TEST(ImageFileTest, RefusesTooManyPages) {
  LoadLimits two;
  two.max_pages = 2;
  const PageImage page = BilevelBlocks(40, 60);
  EXPECT_EQ(ErrorOf(MultipageTiff({page, page}), two), "no error");
  EXPECT_EQ(ErrorOf(MultipageTiff({page, page, page}), two), "too_many_pages");
}

TEST(ImageFileTest, NamesThePageOfAnError) {
  const auto document = Opened(
      Cut(Encoded(Blocks(90, 90, PixelFormat::kGray8), Codec::kJpeg), 0.8));
  ASSERT_TRUE(document);
  const auto page = Load({}).Run({**document, 1});
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().subject, "page 1");
}

}  // namespace
}  // namespace donthu
