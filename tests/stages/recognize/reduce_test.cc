#include "stages/recognize/reduce.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace donthu {
namespace {

PageImage Gray(int width, int height, std::vector<std::uint8_t> pixels) {
  PageImage image;
  image.width_px = width;
  image.height_px = height;
  image.dpi_x = image.dpi_y = 300;
  image.pixels = std::move(pixels);
  return image;
}

using Pixels = std::vector<std::uint8_t>;

TEST(ReduceTest, HalvesToMeansOfFour) {
  const PageImage half =
      Reduced(Gray(4, 2, {0, 10, 90, 90, 20, 30, 98, 98}), 2);
  EXPECT_EQ(half.pixels, (Pixels{15, 94}));
  EXPECT_EQ(half.dpi_x, 150);
}

TEST(ReduceTest, WeighsPixelsThatAreCoveredInPart) {
  EXPECT_EQ(Reduced(Gray(3, 3, {0, 90, 0, 0, 90, 0, 0, 90, 0}), 1.5).pixels,
            (Pixels{30, 30, 30, 30}));
}

TEST(ReduceTest, KeepsEvenGrayAtAnyRatio) {
  for (const double ratio : {1.0, 1.1, 1.36, 2.0, 2.7, 4.0}) {
    const PageImage reduced =
        Reduced(Gray(37, 23, Pixels(37 * 23, 137)), ratio);
    EXPECT_EQ(reduced.pixels, Pixels(reduced.pixels.size(), 137)) << ratio;
  }
}

TEST(ReduceTest, KeepsTheMeanOfAWholePage) {
  Pixels pixels(120 * 90);
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    pixels[i] = static_cast<std::uint8_t>((i * 2654435761U) >> 20U);
  }
  const auto mean = [](const Pixels& p) {
    return std::accumulate(p.begin(), p.end(), 0.0) /
           static_cast<double>(p.size());
  };
  const PageImage reduced = Reduced(Gray(120, 90, pixels), 1.5);
  EXPECT_NEAR(mean(reduced.pixels), mean(pixels), 0.5);
}

TEST(DarkenedTest, BringsFaintStrokesNearBlackOnes) {
  const PageImage page = Darkened(Gray(4, 1, {0, 128, 230, 255}), 4.0);
  EXPECT_EQ(page.pixels, (Pixels{0, 16, 169, 255}));
  EXPECT_EQ(Darkened(page, 1.0), page);
}

PageImage OfDpi(double dpi) {
  PageImage page;
  page.width_px = 1000;
  page.height_px = 1169;
  page.dpi_x = page.dpi_y = dpi;
  return page;
}

TEST(ReadingReductionTest, FinePagesAreReadCoarser) {
  EXPECT_DOUBLE_EQ(ReadingReduction(OfDpi(300), 1.0), 300.0 / 165.0);
  EXPECT_DOUBLE_EQ(ReadingReduction(OfDpi(200), 1.0), 200.0 / 150.0);
  EXPECT_DOUBLE_EQ(ReadingReduction(OfDpi(170), 1.0), 1.0);
  EXPECT_DOUBLE_EQ(ReadingReduction(OfDpi(0), 1.0), 1.0);  // 100 dpi
}

TEST(ReadingReductionTest, FinerIsLessReducedAndNeverEnlarged) {
  EXPECT_DOUBLE_EQ(ReadingReduction(OfDpi(300), 1.2), 300.0 / 165.0 / 1.2);
  EXPECT_DOUBLE_EQ(ReadingReduction(OfDpi(200), 1.2), 1.0);
  EXPECT_DOUBLE_EQ(ReadingReduction(OfDpi(200), 0.85), 200.0 / 150.0 / 0.85);
}

}  // namespace
}  // namespace donthu
