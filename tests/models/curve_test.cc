#include "models/curve.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

// Straight to x = 100, then down by 10 until x = 200, where heights above and
// below y = 50 grow by a fifth.
Curve Bent() { return {100.0, 50.0, {{0, 0}, {0, 0}, {10, 0.2}}}; }

TEST(CurveTest, MovesAPlaceUpAndDownOnly) {
  EXPECT_EQ(Apply(Bent(), {60, 70}), (PointPx{60, 70}));
  EXPECT_EQ(Apply(Bent(), {200, 50}), (PointPx{200, 60}));
  EXPECT_EQ(Apply(Bent(), {200, 100}), (PointPx{200, 120}));
}

TEST(CurveTest, IsLinearBetweenTwoColumnsAndGoesOnBeyondTheLast) {
  EXPECT_EQ(Apply(Bent(), {150, 100}), (PointPx{150, 110}));
  EXPECT_EQ(Apply(Bent(), {900, 100}), (PointPx{900, 120}));
  EXPECT_EQ(Apply(Bent(), {-5, 100}), (PointPx{-5, 100}));
}

TEST(CurveTest, PutsABoxAroundAllThatItsEdgesBecome) {
  EXPECT_EQ(BoxAround(Bent(), {0, 90, 200, 100}), (BoxPx{0, 90, 200, 120}));
  EXPECT_EQ(BoxAround(Bent(), {10, 90, 90, 100}), (BoxPx{10, 90, 90, 100}));
}

TEST(CurveTest, ABoxThatBulgesBetweenItsEndsIsHeldWhole) {
  const Curve hump{50.0, 0.0, {{0, 0}, {-8, 0}, {0, 0}}};
  EXPECT_EQ(BoxAround(hump, {0, 20, 100, 30}), (BoxPx{0, 12, 100, 30}));
}

}  // namespace
}  // namespace donthu
