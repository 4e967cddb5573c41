#include "stages/prepare/gray_seal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

constexpr double kGrayDpi = 200.0;

std::uint8_t& At(PageImage& page, int x, int y) {
  return page.pixels[static_cast<std::size_t>(y) *
                         static_cast<std::size_t>(page.width_px) +
                     static_cast<std::size_t>(x)];
}

// Two rings, 36 mm and 24 mm across, of `level`; print shows through. Of each
// the first `share`, clockwise from the left.
void Press(PageImage& page, int x0, int y0, int level, double share = 1.0) {
  constexpr double kPi = 3.14159265358979323846;
  for (int y = 0; y < page.height_px; ++y) {
    for (int x = 0; x < page.width_px; ++x) {
      const double r = std::hypot(x - x0, y - y0);
      const double turn = std::atan2(y - y0, x - x0) / (2.0 * kPi) + 0.5;
      if (turn > share) continue;
      if (std::abs(r - 141) < 4 || std::abs(r - 94) < 3) {
        At(page, x, y) =
            static_cast<std::uint8_t>(At(page, x, y) * level / 255);
      }
    }
  }
}

TEST(GraySealTest, FindsARingOverPrint) {
  PageImage page = DrawnLines(1400, 1800, 0.0);
  Press(page, 900, 1200, 120);
  const auto seals = FindGraySeals(page, kGrayDpi);
  ASSERT_EQ(seals.size(), 1U);
  EXPECT_NEAR(seals[0].x_px, 900, 6);
  EXPECT_NEAR(seals[0].y_px, 1200, 6);
  EXPECT_NEAR(seals[0].radius_px, 141, 8);
}

TEST(GraySealTest, FindsNoRingInPrint) {
  EXPECT_TRUE(FindGraySeals(DrawnLines(1400, 1800, 0.0), kGrayDpi).empty());
  EXPECT_TRUE(FindGraySeals(DrawnLines(1400, 1800, 6.0), kGrayDpi).empty());
}

// Faint and black letters in turn stand in arcs, too.
TEST(GraySealTest, ThreeFifthsOfARingAreNoSeal) {
  PageImage page = DrawnLines(1400, 1800, 0.0);
  Press(page, 900, 1200, 120, 0.6);
  EXPECT_TRUE(FindGraySeals(page, kGrayDpi).empty());
}

TEST(GraySealTest, FindsARingThatTheEdgeCuts) {
  PageImage page = DrawnLines(1400, 1800, 0.0);
  Press(page, 1390, 1200, 120);
  const auto seals = FindGraySeals(page, kGrayDpi);
  ASSERT_EQ(seals.size(), 1U);
  EXPECT_NEAR(seals[0].x_px, 1390, 10);
}

TEST(GraySealTest, FadesTheRingAndKeepsThePrint) {
  PageImage page = DrawnLines(1400, 1800, 0.0);
  const PageImage before = page;
  Press(page, 900, 1200, 120);
  const auto seals = FindGraySeals(page, kGrayDpi);
  ASSERT_EQ(seals.size(), 1U);
  ASSERT_TRUE(FadeSeal(seals[0], page));
  for (std::size_t i = 0; i < page.pixels.size(); ++i) {
    ASSERT_NEAR(page.pixels[i], before.pixels[i], 20) << i;
  }
}

TEST(GraySealTest, LeavesARingAsBlackAsPrint) {
  PageImage page = DrawnLines(1400, 1800, 0.0);
  Press(page, 900, 1200, 10);
  const PageImage before = page;
  for (const GraySeal& seal : FindGraySeals(page, kGrayDpi)) {
    EXPECT_FALSE(FadeSeal(seal, page));
  }
  EXPECT_EQ(page, before);
}

}  // namespace
}  // namespace donthu
