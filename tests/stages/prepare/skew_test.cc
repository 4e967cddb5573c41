#include "stages/prepare/skew.h"

#include <gtest/gtest.h>

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

TEST(SkewTest, IsNotSureOfAnEmptyPage) {
  PageImage page = DrawnLines(1200, 1600, 0);
  page.pixels.assign(page.pixels.size(), 255);
  EXPECT_LE(FindSkew(page, 1.0).confidence, 3.0);
}

TEST(SkewTest, IsNotSureOfATinyImage) {
  EXPECT_EQ(FindSkew(DrawnLines(40, 30, 0), 1.0).confidence, 0.0);
}

}  // namespace
}  // namespace donthu
