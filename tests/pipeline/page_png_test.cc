#include "pipeline/page_png.h"

#include <gtest/gtest.h>

#include "pipeline/files.h"
#include "tests/stages/load/made_files.h"

namespace donthu {
namespace {

// Written, and read back by the stage that reads scans.
Result<PageImage> ThereAndBack(const PageImage& image) {
  const auto file = MemoryFile();
  if (auto put = WritePagePng(image, file->get()); !put) {
    return Fail(put.error());
  }
  return Loaded(*ReadAll(file->get(), 1 << 24));
}

TEST(PagePngTest, GrayReadsBackToTheNearestOfSixteenLevels) {
  const PageImage image = Blocks(301, 200, PixelFormat::kGray8);
  const auto read = ThereAndBack(image);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->pixels.size(), image.pixels.size());
  for (std::size_t i = 0; i < image.pixels.size(); ++i) {
    EXPECT_NEAR(read->pixels[i], image.pixels[i], 8) << i;
  }
  EXPECT_NEAR(read->dpi_x, image.dpi_x, 0.1);
}

TEST(PagePngTest, ColourIsRefused) {
  EXPECT_FALSE(ThereAndBack(Blocks(10, 10, PixelFormat::kRgb24)));
}

TEST(PagePngTest, APageWithoutPixelsIsNoFaultOfTheOutput) {
  const auto read = ThereAndBack(PageImage{});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kImageUnreadable);
}

TEST(PagePngTest, AStripOfTwoMillionPixelsIsWritten) {
  PageImage strip;
  strip.width_px = 2'000'000;
  strip.height_px = 1;
  strip.pixels.assign(2'000'000, 255);
  const auto read = ThereAndBack(strip);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->pixels, strip.pixels);
}

TEST(PagePngTest, BlackAndWhiteTakesOneBitAPixel) {
  const PageImage image = BilevelBlocks(301, 200);
  const auto read = ThereAndBack(image);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->bilevel);
  EXPECT_EQ(read->pixels, image.pixels);
}

TEST(PagePngTest, ADescriptorThatTakesNoBytesIsAnError) {
  const auto put = WritePagePng(Blocks(10, 10, PixelFormat::kGray8), -1);
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error().code, ErrorCode::kOutputUnwritable);
}

}  // namespace
}  // namespace donthu
