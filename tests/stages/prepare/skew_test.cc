#include "stages/prepare/skew.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

TEST(SkewTest, FindsTheAngleClockwisePositive) {
  for (const double angle : {-7.8, -5.0, -1.5, 0.0, 0.5, 3.0}) {
    const Skew skew = FindSkew(DrawnLines(1200, 1600, angle), 1.0);
    EXPECT_NEAR(skew.angle_deg, angle, 0.1);
    EXPECT_GT(skew.confidence, 3.0);
  }
}

TEST(SkewTest, FindsTheAngleOfAPageFedFarAskew) {
  for (const double angle : {-15.0, -11.3, 9.0, 14.5}) {
    const Skew skew = FindSkew(DrawnText(1200, 1600, angle), 1.0);
    EXPECT_NEAR(skew.angle_deg, angle, 0.1);
  }
}

TEST(SkewTest, SeesWhetherLinesRunAcrossOrDown) {
  for (const double angle : {-4.0, 0.0, 2.5}) {
    EXPECT_EQ(FindSkew(DrawnText(1200, 1600, angle), 1.0).lines_run,
              LinesRun::kAcross);
    EXPECT_EQ(FindSkew(DrawnText(1600, 1200, angle + 90), 1.0).lines_run,
              LinesRun::kDown);
  }
}

// A lid whiter than the sheet would otherwise make the whole sheet ink.
TEST(SkewTest, FindsPrintOnYellowPaperBeneathAWhiteLid) {
  PageImage page = DrawnText(1200, 1600, 3.0);
  for (int y = 0; y < page.height_px; ++y) {
    for (int x = 0; x < page.width_px; ++x) {
      auto& pixel = page.pixels[static_cast<std::size_t>(y) * 1200 +
                                static_cast<std::size_t>(x)];
      const bool few_lines = y > 500 && y < 760;
      if (pixel == 0 && few_lines) {
        pixel = 90;
      } else {
        pixel = x < 840 ? 215 : 255;
      }
    }
  }
  EXPECT_NEAR(FindSkew(page, 1.0).angle_deg, 3.0, 0.1);
}

// The last page of a letter: Leptonica alone takes it for empty.
TEST(SkewTest, FindsTheAngleOfTwoShortLines) {
  for (const double angle : {-12.0, -2.0, 9.0}) {
    const PageImage page = DrawnInk(1240, 1754, angle, [](double u, double v) {
      const bool line = (v > -520 && v < -512) || (v > -460 && v < -452);
      return line && u > 100 && u < 300 && std::fmod(u, 24.0) < 16;
    });
    const Skew skew = FindSkew(page, 1.0);
    EXPECT_NEAR(skew.angle_deg, angle, 0.2);
    EXPECT_GT(skew.confidence, 3.0);
    EXPECT_EQ(skew.lines_run, LinesRun::kAcross);
  }
}

TEST(SkewTest, IsNotSureOfSpecks) {
  const PageImage page = DrawnInk(1240, 1754, 0.0, [](double u, double v) {
    const int x = static_cast<int>(u + 1240);
    const int y = static_cast<int>(v + 1754);
    return (x / 4 * 7919 + y / 4 * 104729) % 4999 == 0;
  });
  EXPECT_EQ(FindSkew(page, 1.0).lines_run, LinesRun::kUnclear);
}

TEST(SkewTest, IsNotSureOfAnEmptyPage) {
  PageImage page = DrawnText(1200, 1600, 0);
  page.pixels.assign(page.pixels.size(), 255);
  EXPECT_LE(FindSkew(page, 1.0).confidence, 3.0);
}

TEST(SkewTest, IsNotSureOfATinyImage) {
  EXPECT_EQ(FindSkew(DrawnLines(40, 30, 0), 1.0).confidence, 0.0);
}

}  // namespace
}  // namespace donthu
