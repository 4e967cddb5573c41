#include "stages/prepare/curves.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include "stages/prepare/prepare.h"
#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

constexpr double kCurveDpi = 200.0;

// As towards a spine at the left edge: what lies deep is drawn to the middle.
Curve TowardsSpine(const PageImage& page) {
  Curve curve;
  curve.step_px = 20.0;
  curve.middle_px = page.height_px / 2.0;
  for (double x = 0; x <= page.width_px; x += curve.step_px) {
    curve.columns.push_back({0.0, -0.12 * std::exp(-x / 250.0)});
  }
  return curve;
}

// `page` as it would lie on the curve; nearest pixels.
PageImage Laid(const PageImage& page, const Curve& curve) {
  PageImage laid = page;
  for (int y = 0; y < page.height_px; ++y) {
    for (int x = 0; x < page.width_px; ++x) {
      const auto column = ColumnAt(curve, x + 0.5);
      const double from =
          (y + 0.5 - column.shift_px + column.stretch * curve.middle_px) /
          (1.0 + column.stretch);
      const int row = std::clamp(static_cast<int>(from), 0, page.height_px - 1);
      laid.pixels[static_cast<std::size_t>(y * page.width_px + x)] =
          page.pixels[static_cast<std::size_t>(row * page.width_px + x)];
    }
  }
  return laid;
}

// How far the traced lines are from straight, root mean square.
double Bend(const PageImage& page) {
  return FitCurve(TraceLines(page, kCurveDpi), page.width_px, page.height_px,
                  kCurveDpi)
      .bend_px;
}

TEST(CurvesTest, StraightensLinesThatBendTowardsASpine) {
  const PageImage flat = DrawnText(1200, 1600, 0.0);
  const PageImage bent = Laid(flat, TowardsSpine(flat));
  ASSERT_GT(Bend(bent), 4.0);
  const auto straight = Straighten(bent, kCurveDpi);
  ASSERT_TRUE(straight);
  EXPECT_LT(Bend(straight->image), 1.0);
}

TEST(CurvesTest, LeadsPlacesBackToWhereTheyAreOnTheBentPage) {
  const PageImage flat = DrawnText(1200, 1600, 0.0);
  const PageImage bent = Laid(flat, TowardsSpine(flat));
  const auto straight = Straighten(bent, kCurveDpi);
  ASSERT_TRUE(straight);
  int misplaced = 0;
  for (int y = 0; y < flat.height_px; ++y) {
    for (int x = 0; x < flat.width_px; ++x) {
      const PointPx from = Apply(straight->curve, {x + 0.5, y + 0.5});
      if (from.y_px < 1 || from.y_px >= flat.height_px - 1) continue;
      const auto at = [&](const PageImage& page, int row) {
        return page.pixels[static_cast<std::size_t>(row * page.width_px + x)];
      };
      const int here = at(straight->image, y);
      const int there = at(bent, static_cast<int>(from.y_px));
      if (std::abs(here - there) > 200) ++misplaced;
    }
  }
  EXPECT_EQ(misplaced, 0);
}

TEST(CurvesTest, LeavesFlatPagesAlone) {
  for (const double skew : {0.0, 0.1, -0.2}) {
    EXPECT_FALSE(Straighten(DrawnText(1200, 1600, skew), kCurveDpi)) << skew;
  }
}

TEST(CurvesTest, LeavesAnEmptyPageAndATinyOneAlone) {
  PageImage page = DrawnText(1200, 1600, 0.0);
  std::fill(page.pixels.begin(), page.pixels.end(), std::uint8_t{255});
  EXPECT_FALSE(Straighten(page, kCurveDpi));
  EXPECT_FALSE(Straighten(DrawnText(50, 40, 0.0), kCurveDpi));
}

TEST(CurvesTest, PrepareKeepsTheBentPageAndAddsTheStraightOne) {
  const PageImage flat = DrawnText(1200, 1600, 0.0);
  const PageImage bent = Laid(flat, TowardsSpine(flat));
  const auto clean = Prepare().Run({bent, 0});
  ASSERT_TRUE(clean);
  ASSERT_TRUE(clean->straight);
  EXPECT_EQ(clean->straight->image.width_px, clean->image.width_px);
  EXPECT_EQ(clean->straight->image.height_px, clean->image.height_px);
  EXPECT_GT(Bend(clean->image), 3.0);
  EXPECT_FALSE(Prepare().Run({flat, 0})->straight);
}

}  // namespace
}  // namespace donthu
