#include <gtest/gtest.h>

#include "stages/load/orientation.h"
#include "stages/load/pdf_geometry.h"
#include "stages/load/resolution.h"
#include "tests/stages/load/made_files.h"

namespace donthu {
namespace {

// 1 2 3
// 4 5 6
PageImage Six() {
  PageImage image;
  image.width_px = 3;
  image.height_px = 2;
  image.dpi_x = 200.0;
  image.dpi_y = 100.0;
  image.pixels = {1, 2, 3, 4, 5, 6};
  return image;
}

std::vector<std::uint8_t> Turned(int tag) {
  return Oriented(Six(), OrientationFromTag(tag)).pixels;
}

using Pixels = std::vector<std::uint8_t>;

TEST(OrientationTest, TurnsAsTheEightTagsSay) {
  EXPECT_EQ(Turned(1), (Pixels{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(Turned(2), (Pixels{3, 2, 1, 6, 5, 4}));
  EXPECT_EQ(Turned(3), (Pixels{6, 5, 4, 3, 2, 1}));
  EXPECT_EQ(Turned(4), (Pixels{4, 5, 6, 1, 2, 3}));
  EXPECT_EQ(Turned(5), (Pixels{1, 4, 2, 5, 3, 6}));
  EXPECT_EQ(Turned(6), (Pixels{4, 1, 5, 2, 6, 3}));
  EXPECT_EQ(Turned(7), (Pixels{6, 3, 5, 2, 4, 1}));
  EXPECT_EQ(Turned(8), (Pixels{3, 6, 2, 5, 1, 4}));
  EXPECT_EQ(Turned(99), Turned(1));
}

TEST(OrientationTest, SwapsResolutionsWithTheAxes) {
  const PageImage turned = Oriented(Six(), OrientationFromTag(6));
  EXPECT_EQ(turned.width_px, 2);
  EXPECT_EQ(turned.dpi_x, 100.0);
  EXPECT_EQ(turned.dpi_y, 200.0);
}

TEST(ResolutionTest, KeepsWhatCanBeTrue) {
  EXPECT_EQ(Believable({300, 300}, 2480, 3508), (Resolution{300, 300}));
  EXPECT_EQ(Believable({204, 98}, 1728, 1146), (Resolution{204, 98}));
  EXPECT_EQ(Believable({300, 0}, 2480, 3508), (Resolution{300, 300}));
}

TEST(ResolutionTest, EstimatesFromA4WhereItCannotBeTrue) {
  EXPECT_NEAR(Believable({0, 0}, 2480, 3508).x_dpi, 300.0, 0.5);
  EXPECT_NEAR(Believable({72, 72}, 2480, 3508).y_dpi, 300.0, 0.5);
  EXPECT_NEAR(Believable({9600, 9600}, 3508, 2480).x_dpi, 300.0, 0.5);
  EXPECT_EQ(Believable({0, 0}, 40, 40), Resolution{});
}

TEST(PdfGeometryTest, TurnsWithMatrixAndPage) {
  const Matrix upright{10, 0, 0, 10, 0, 0};
  EXPECT_EQ(OrientationOf(upright, 0), OrientationFromTag(1));
  EXPECT_EQ(OrientationOf(upright, 90), OrientationFromTag(6));
  EXPECT_EQ(OrientationOf(upright, 180), OrientationFromTag(3));
  EXPECT_EQ(OrientationOf(upright, 270), OrientationFromTag(8));
  EXPECT_EQ(OrientationOf({10, 0, 0, -10, 0, 10}, 0), OrientationFromTag(4));
  EXPECT_EQ(OrientationOf({0, 10, -10, 0, 10, 0}, 90), OrientationFromTag(1));
}

TEST(PdfGeometryTest, SeesASkewOfHalfAPixel) {
  EXPECT_TRUE(IsAxisAligned({595, 0.01, -0.01, 842, 0, 0}, 2480, 3508));
  EXPECT_FALSE(IsAxisAligned({595, 0.2, -0.2, 842, 0, 0}, 2480, 3508));
}

}  // namespace
}  // namespace donthu
