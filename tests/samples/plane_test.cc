#include "samples/conditions/plane.h"

#include <gtest/gtest.h>

namespace donthu::samples {
namespace {

void ExpectAt(PointPx point, double x, double y) {
  EXPECT_NEAR(point.x_px, x, 1e-6);
  EXPECT_NEAR(point.y_px, y, 1e-6);
}

TEST(PlaneTest, TakesTheCornersToTheirPlaces) {
  const Homography map =
      CornersTo(100, 200, {{{3, 4}, {90, 9}, {110, 190}, {-5, 205}}});
  ExpectAt(Apply(map, {0, 0}), 3, 4);
  ExpectAt(Apply(map, {100, 0}), 90, 9);
  ExpectAt(Apply(map, {100, 200}), 110, 190);
  ExpectAt(Apply(map, {0, 200}), -5, 205);
}

TEST(PlaneTest, TheInverseComesBack) {
  const Homography map =
      CornersTo(100, 200, {{{3, 4}, {90, 9}, {110, 190}, {-5, 205}}});
  ExpectAt(Apply(Inverse(map), Apply(map, {37, 111})), 37, 111);
}

TEST(PlaneTest, AQuarterTurnTakesTheTopLeftToTheTopRight) {
  ExpectAt(Apply(TurnMap(100, 200, 90), {0, 0}), 200, 0);
  ExpectAt(Apply(TurnMap(100, 200, 180), {0, 0}), 100, 200);
  ExpectAt(Apply(TurnMap(100, 200, 270), {0, 0}), 0, 100);
}

TEST(PlaneTest, AClockwiseRotationSendsTheRightEdgeDown) {
  EXPECT_GT(Apply(Rotation(5.0, 100, 200), {100, 100}).y_px, 100.0);
}

}  // namespace
}  // namespace donthu::samples
