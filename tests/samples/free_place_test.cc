#include "samples/conditions/free_place.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace donthu::samples {
namespace {

// A5 at 72 dpi, so that a pixel is a point; black but for white windows.
PageImage Sheet(const std::vector<BoxPx>& windows) {
  PageImage sheet;
  sheet.format = PixelFormat::kRgb24;
  sheet.width_px = 420;
  sheet.height_px = 595;
  sheet.dpi_x = sheet.dpi_y = 72;
  for (int y = 0; y < sheet.height_px; ++y) {
    for (int x = 0; x < sheet.width_px; ++x) {
      const BoxPx pixel = {x, y, x + 1, y + 1};
      const bool white =
          std::any_of(windows.begin(), windows.end(), [&](const BoxPx& window) {
            return !Intersection(pixel, window).empty();
          });
      sheet.pixels.insert(sheet.pixels.end(), 3,
                          static_cast<std::uint8_t>(white ? 255 : 0));
    }
  }
  return sheet;
}

TEST(FreePlaceTest, TakesTheOnlyFreePlace) {
  const PointPx place =
      FreePlace(Sheet({{200, 60, 330, 140}}), {60.0, 35.0}, Rng(1));
  EXPECT_NEAR(place.x_px, 265, 12);
  EXPECT_NEAR(place.y_px, 100, 12);
}

TEST(FreePlaceTest, LeavesTheLowerHalfAloneWhereTheUpperHasRoom) {
  const PointPx place = FreePlace(
      Sheet({{200, 60, 330, 140}, {100, 400, 300, 560}}), {60.0, 35.0}, Rng(1));
  EXPECT_LT(place.y_px + 35.0, 300);
}

TEST(FreePlaceTest, TakesTheLowerHalfWhereTheUpperHasNone) {
  const PointPx place =
      FreePlace(Sheet({{100, 400, 300, 560}}), {60.0, 35.0}, Rng(1));
  EXPECT_GT(place.y_px - 35.0, 390);
}

}  // namespace
}  // namespace donthu::samples
