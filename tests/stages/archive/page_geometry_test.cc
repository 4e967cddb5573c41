#include "stages/archive/page_geometry.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

EncodedPage Stored(int width_px, int height_px) {
  EncodedPage stored;
  stored.width_px = width_px;
  stored.height_px = height_px;
  return stored;
}

RecordPage At(double dpi_x, double dpi_y) {
  RecordPage page;
  page.dpi_x = dpi_x;
  page.dpi_y = dpi_y;
  return page;
}

TEST(PageGeometryTest, APixelIsAsLargeAsTheResolutionSays) {
  const PageGeometry fax = GeometryOf(At(204, 98), Stored(1728, 1146));
  EXPECT_NEAR(fax.width_pt, 1728 * 72.0 / 204, 1e-9);
  EXPECT_NEAR(fax.height_pt, 1146 * 72.0 / 98, 1e-9);
  EXPECT_EQ(fax.rotate_deg, 0);
}

TEST(PageGeometryTest, RowsCountDownFromTheTop) {
  const PageGeometry page = GeometryOf(At(72, 72), Stored(600, 800));
  const PointPx top = Apply(page.to_points, {0, 0});
  EXPECT_EQ(top, (PointPx{0, 800}));
  EXPECT_EQ(Apply(page.to_points, {600, 800}), (PointPx{600, 0}));
}

TEST(PageGeometryTest, AMirroredScanIsMirroredBack) {
  EncodedPage stored = Stored(600, 800);
  stored.from_scan = Homography{{-1, 0, 600, 0, 1, 0, 0, 0, 1}};
  const PageGeometry page = GeometryOf(At(72, 72), stored);
  EXPECT_EQ(page.rotate_deg, 0);
  EXPECT_EQ(Apply(page.to_points, {0, 0}), (PointPx{0, 800}));
}

TEST(PageGeometryTest, TurnsAddUp) {
  EncodedPage stored = Stored(800, 600);  // to be turned by 90
  stored.from_scan = Homography{{0, 1, 0, -1, 0, 600, 0, 0, 1}};
  RecordPage upright = At(72, 36);
  upright.rotation_deg = 270;
  const PageGeometry page = GeometryOf(upright, stored);
  EXPECT_EQ(page.rotate_deg, 0);
  // The scan's resolution across is the stored one down.
  EXPECT_NEAR(page.width_pt, 1600.0, 1e-9);
  EXPECT_NEAR(page.height_pt, 600.0, 1e-9);
}

TEST(PageGeometryTest, APageIsNoLongerThanAPdfAllows) {
  const PageGeometry page = GeometryOf(At(72, 72), Stored(28'800, 100));
  EXPECT_NEAR(page.width_pt, 14'400.0, 1e-6);
  EXPECT_NEAR(page.height_pt, 50.0, 1e-6);
}

TEST(PageGeometryTest, WithoutAResolutionItIsTakenForThreeHundred) {
  EXPECT_NEAR(GeometryOf(At(0, 0), Stored(300, 600)).width_pt, 72.0, 1e-9);
}

}  // namespace
}  // namespace donthu
