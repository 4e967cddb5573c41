#include "stages/prepare/raster.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace donthu {
namespace {

PageImage Gray(int width, int height, std::vector<std::uint8_t> pixels) {
  PageImage image;
  image.width_px = width;
  image.height_px = height;
  image.dpi_x = 204;
  image.dpi_y = 98;
  image.pixels = std::move(pixels);
  return image;
}

using Pixels = std::vector<std::uint8_t>;

TEST(RasterTest, TurnsClockwise) {
  const PageImage page = Gray(3, 2, {1, 2, 3, 4, 5, 6});
  EXPECT_EQ(Turned(page, 0).pixels, (Pixels{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(Turned(page, 90).pixels, (Pixels{4, 1, 5, 2, 6, 3}));
  EXPECT_EQ(Turned(page, 180).pixels, (Pixels{6, 5, 4, 3, 2, 1}));
  EXPECT_EQ(Turned(page, 270).pixels, (Pixels{3, 6, 2, 5, 1, 4}));
}

TEST(RasterTest, AQuarterTurnSwapsSizeAndResolution) {
  const PageImage turned = Turned(Gray(3, 2, {1, 2, 3, 4, 5, 6}), 90);
  EXPECT_EQ(turned.width_px, 2);
  EXPECT_EQ(turned.height_px, 3);
  EXPECT_EQ(turned.dpi_x, 98);
  EXPECT_EQ(turned.dpi_y, 204);
}

TEST(RasterTest, FourQuarterTurnsGiveThePageBack) {
  std::vector<std::uint8_t> pixels(70 * 45);
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    pixels[i] = static_cast<std::uint8_t>(i * 7);
  }
  const PageImage page = Gray(70, 45, pixels);
  PageImage turned = page;
  for (int i = 0; i < 4; ++i) turned = Turned(std::move(turned), 90);
  EXPECT_EQ(turned, page);
}

TEST(RasterTest, GraysByLuma) {
  PageImage page = Gray(4, 1, {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255});
  page.format = PixelFormat::kRgb24;
  EXPECT_EQ(GrayReduced(page, 1).pixels, (Pixels{77, 149, 29, 255}));
}

TEST(RasterTest, ReducesToMeansAndDropsTheRest) {
  const PageImage reduced = GrayReduced(
      Gray(5, 3, {0, 10, 100, 100, 9, 20, 30, 100, 104, 9, 9, 9, 9, 9, 9}), 2);
  EXPECT_EQ(reduced.pixels, (Pixels{15, 101}));
  EXPECT_EQ(reduced.dpi_x, 102);
  EXPECT_FALSE(reduced.bilevel);
}

TEST(RasterTest, WarpsByNothingToTheSame) {
  const PageImage page = Gray(3, 2, {1, 2, 3, 4, 5, 6});
  EXPECT_EQ(Warped(page, {}, {3, 2}).pixels, page.pixels);
}

TEST(RasterTest, IsWhiteOutside) {
  const PageImage page = Gray(2, 1, {0, 0});
  const Homography to_right = {{1, 0, 1, 0, 1, 0, 0, 0, 1}};
  EXPECT_EQ(Warped(page, to_right, {3, 2}).pixels,
            (Pixels{0, 255, 255, 255, 255, 255}));
}

TEST(RasterTest, BlendsBetweenPixels) {
  const PageImage page = Gray(2, 1, {0, 200});
  const Homography half = {{1, 0, 0.5, 0, 1, 0, 0, 0, 1}};
  EXPECT_EQ(Warped(page, half, {1, 1}).pixels, (Pixels{100}));
}

}  // namespace
}  // namespace donthu
