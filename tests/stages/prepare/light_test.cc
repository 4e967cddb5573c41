#include "stages/prepare/light.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>

#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

int GrayAt(const PageImage& page, int x, int y) {
  return page.pixels[static_cast<std::size_t>(y) *
                         static_cast<std::size_t>(page.width_px) +
                     static_cast<std::size_t>(x)];
}

// Paper of `left` on one side, of `right` on the other; print a fifth of it.
PageImage Lit(double left, double right) {
  PageImage page = DrawnLines(800, 1000, 0.0);
  for (int y = 0; y < page.height_px; ++y) {
    for (int x = 0; x < page.width_px; ++x) {
      const double paper = left + (right - left) * x / page.width_px;
      auto& pixel = page.pixels[static_cast<std::size_t>(y) * 800 +
                                static_cast<std::size_t>(x)];
      pixel = static_cast<std::uint8_t>(pixel == 0 ? paper / 5 : paper);
    }
  }
  return page;
}

TEST(LightTest, LeavesWhiteAndEvenPaperAsItIs) {
  const PageImage page = Lit(245, 250);
  EXPECT_EQ(EvenLight(page, 200), page);
}

TEST(LightTest, LeavesAPageOfOneBitAsItIs) {
  PageImage page = Lit(120, 250);
  page.bilevel = true;
  EXPECT_EQ(EvenLight(page, 200), page);
}

TEST(LightTest, MakesAShadeWhiteAndKeepsPrintDark) {
  const PageImage page = Lit(90, 250);
  const PageImage even = EvenLight(page, 200);
  for (const int x : {5, 400, 790}) EXPECT_GE(GrayAt(even, x, 20), 250) << x;
  int darkest_left = 255;
  for (int x = 130; x < 300; ++x) {
    for (int y = 400; y < 480; ++y) {
      darkest_left = std::min(darkest_left, GrayAt(even, x, y));
    }
  }
  EXPECT_LT(darkest_left, 90);
}

TEST(LightTest, TakesThePageBehindAway) {
  PageImage page = Lit(205, 205);
  page.pixels[610 * 800 + 20] = 185;
  EXPECT_EQ(GrayAt(EvenLight(page, 200), 20, 610), 255);
}

}  // namespace
}  // namespace donthu
