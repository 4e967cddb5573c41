#include "stages/prepare/page_edges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace donthu {
namespace {

// A bright sheet between `corners` on a dark desk, with dark lines on it.
PageImage Photograph(const Corners& corners, int width_px, int height_px,
                     std::uint8_t desk = 70) {
  const Homography to_sheet = Inverse(FromSheet(corners, 210, 297));
  PageImage page;
  page.width_px = width_px;
  page.height_px = height_px;
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) {
      const PointPx at = Apply(to_sheet, PointPx{x + 0.5, y + 0.5});
      const bool on =
          at.x_px >= 0 && at.x_px < 210 && at.y_px >= 0 && at.y_px < 297;
      const bool print = on && at.x_px > 25 && at.x_px < 190 && at.y_px > 25 &&
                         at.y_px < 270 && static_cast<int>(at.y_px) % 8 < 3;
      page.pixels.push_back(!on ? desk : print ? 40 : 215);
    }
  }
  return page;
}

void ExpectNear(const Corners& found, const Corners& corners, double px) {
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(found[i].x_px, corners[i].x_px, px) << i;
    EXPECT_NEAR(found[i].y_px, corners[i].y_px, px) << i;
  }
}

TEST(PageEdgesTest, MapsTheSheetToItsCorners) {
  const Corners corners = {{{60, 50}, {760, 40}, {780, 1010}, {30, 1030}}};
  const Homography from = FromSheet(corners, 210, 297);
  const Corners mapped = {
      Apply(from, PointPx{0, 0}), Apply(from, PointPx{210, 0}),
      Apply(from, PointPx{210, 297}), Apply(from, PointPx{0, 297})};
  ExpectNear(mapped, corners, 1e-6);
}

TEST(PageEdgesTest, FindsASheetInPerspective) {
  const Corners corners = {{{60, 50}, {750, 70}, {780, 1050}, {30, 1030}}};
  const PageImage photograph = Photograph(corners, 820, 1100);
  const auto found = FindSheet(photograph);
  ASSERT_TRUE(found);
  ExpectNear(*found, corners, 5.0);
  EXPECT_FALSE(IsUprightRectangle(*found, photograph));
}

// The upper part of the image in the shade.
void Shade(PageImage& page, int to_y) {
  const auto end =
      page.pixels.begin() + static_cast<std::ptrdiff_t>(to_y) * page.width_px;
  std::transform(page.pixels.begin(), end, page.pixels.begin(),
                 [](std::uint8_t level) {
                   return static_cast<std::uint8_t>(level * 45 / 100);
                 });
}

TEST(PageEdgesTest, FindsAllOfASheetThatLiesPartlyInTheShade) {
  const Corners corners = {{{60, 50}, {750, 70}, {780, 1050}, {30, 1030}}};
  PageImage photograph = Photograph(corners, 820, 1100, 30);
  Shade(photograph, 400);
  const auto found = FindSheet(photograph);
  ASSERT_TRUE(found);
  ExpectNear(*found, corners, 5.0);
}

TEST(PageEdgesTest, TakesNoDeskInTheLightForTheSheet) {
  const Corners corners = {{{60, 50}, {750, 70}, {780, 1050}, {30, 1030}}};
  PageImage photograph = Photograph(corners, 820, 1100);
  Shade(photograph, 400);
  const auto found = FindSheet(photograph);
  ASSERT_TRUE(found);
  EXPECT_GT((*found)[0].x_px, 20.0);
}

TEST(PageEdgesTest, TellsBlackEdgesFromAPhotograph) {
  const Corners corners = {{{40, 0}, {820, 0}, {820, 1060}, {40, 1060}}};
  const PageImage scan = Photograph(corners, 820, 1100);
  const auto found = FindSheet(scan);
  ASSERT_TRUE(found);
  EXPECT_TRUE(IsUprightRectangle(*found, scan));
}

TEST(PageEdgesTest, FindsNoSheetWhereItFillsTheImage) {
  const Corners corners = {{{-9, -9}, {829, -9}, {829, 1109}, {-9, 1109}}};
  EXPECT_FALSE(FindSheet(Photograph(corners, 820, 1100)));
}

TEST(PageEdgesTest, TakesNoPictureOnAPageForTheSheet) {
  // A white page with a black picture in one corner.
  PageImage page;
  page.width_px = 800;
  page.height_px = 1000;
  page.pixels.assign(800'000, 240);
  for (std::size_t y = 0; y < 400; ++y) {
    std::fill_n(page.pixels.begin() + static_cast<long>(y * 800), 300, 20);
  }
  EXPECT_FALSE(FindSheet(page));
}

}  // namespace
}  // namespace donthu
