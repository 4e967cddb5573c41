#include "stages/prepare/prepare.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "stages/prepare/skew.h"
#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

PageImage White(int width_px, int height_px, double dpi_x, double dpi_y) {
  PageImage page;
  page.width_px = width_px;
  page.height_px = height_px;
  page.dpi_x = dpi_x;
  page.dpi_y = dpi_y;
  page.pixels.assign(
      static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px),
      255);
  return page;
}

void Blacken(PageImage& page, const BoxPx& box) {
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) {
      page.pixels[static_cast<std::size_t>(y * page.width_px + x)] = 0;
    }
  }
}

// The middle of the ink within `window`, weighted by darkness.
PointPx MiddleOfInk(const PageImage& page, const BoxPx& window) {
  double sum = 0;
  PointPx middle;
  for (int y = window.top_px; y < window.bottom_px; ++y) {
    for (int x = window.left_px; x < window.right_px; ++x) {
      const double ink =
          255 - page.pixels[static_cast<std::size_t>(y * page.width_px + x)];
      sum += ink;
      middle.x_px += ink * (x + 0.5);
      middle.y_px += ink * (y + 0.5);
    }
  }
  return {middle.x_px / sum, middle.y_px / sum};
}

int PixelAt(const PageImage& page, int x, int y) {
  return page.pixels[static_cast<std::size_t>(y) *
                         static_cast<std::size_t>(page.width_px) +
                     static_cast<std::size_t>(x)];
}

PageImage EverySecondRow(const PageImage& page) {
  PageImage half =
      White(page.width_px, page.height_px / 2, page.dpi_x, page.dpi_y / 2);
  for (int y = 0; y < half.height_px; ++y) {
    for (int x = 0; x < half.width_px; ++x) {
      half.pixels[static_cast<std::size_t>(y * half.width_px + x)] =
          static_cast<std::uint8_t>(PixelAt(page, x, 2 * y));
    }
  }
  return half;
}

BoxPx All(const PageImage& page) {
  return {0, 0, page.width_px, page.height_px};
}

CleanPage Prepared(const PageImage& page, int rotation_deg) {
  const auto clean = Prepare().Run({page, rotation_deg});
  EXPECT_TRUE(clean);
  return clean ? *clean : CleanPage{};
}

// A mark off the middle is found on the upright page and mapped back.
void ExpectMarkMapsBack(PageImage page, int rotation_deg) {
  Blacken(page, {100, 40, 116, 60});
  const PointPx mark = MiddleOfInk(page, All(page));
  const CleanPage clean = Prepared(page, rotation_deg);
  const PointPx mapped =
      Apply(clean.to_source, MiddleOfInk(clean.image, All(clean.image)));
  EXPECT_NEAR(mapped.x_px, mark.x_px, 0.1) << rotation_deg;
  EXPECT_NEAR(mapped.y_px, mark.y_px, 0.1) << rotation_deg;
}

TEST(PrepareTest, MapsPlacesBackAfterEveryQuarterTurn) {
  for (const int turn : {0, 90, 180, 270}) {
    ExpectMarkMapsBack(White(400, 300, 300, 300), turn);
  }
}

TEST(PrepareTest, MapsPlacesBackFromFaxPixels) {
  for (const int turn : {0, 90, 180, 270}) {
    ExpectMarkMapsBack(White(400, 300, 204, 98), turn);
    ExpectMarkMapsBack(White(400, 300, 98, 204), turn);
  }
}

TEST(PrepareTest, MapsPlacesBackFromLowAndHighResolution) {
  for (const int turn : {0, 90}) {
    ExpectMarkMapsBack(White(400, 300, 100, 100), turn);
    ExpectMarkMapsBack(White(400, 300, 600, 600), turn);
  }
}

TEST(PrepareTest, MapsEdgesOfTheTurnedPageToEdgesOfTheScan) {
  const CleanPage clean = Prepared(White(400, 300, 300, 300), 90);
  EXPECT_EQ(Apply(clean.to_source, {0, 0}), (PointPx{0, 300}));
  EXPECT_EQ(Apply(clean.to_source, {300, 400}), (PointPx{400, 0}));
}

// How many pixels of the upright page look wholly unlike the scan at the place
// that they are said to come from. Blending moves nothing by half a pixel.
int MisplacedPixels(const CleanPage& clean, const PageImage& page) {
  int misplaced = 0;
  for (int y = 0; y < clean.image.height_px; ++y) {
    for (int x = 0; x < clean.image.width_px; ++x) {
      const PointPx from = Apply(clean.to_source, {x + 0.5, y + 0.5});
      const auto from_x = static_cast<int>(std::floor(from.x_px));
      const auto from_y = static_cast<int>(std::floor(from.y_px));
      const bool inside = from_x >= 0 && from_y >= 0 &&
                          from_x < page.width_px && from_y < page.height_px;
      const int expected = inside ? PixelAt(page, from_x, from_y) : 255;
      if (std::abs(PixelAt(clean.image, x, y) - expected) > 200) ++misplaced;
    }
  }
  return misplaced;
}

TEST(PrepareTest, LevelsASkewedPageAndMapsEveryPixelBack) {
  for (const int turn : {0, 90, 180, 270}) {
    const PageImage page = DrawnLines(1200, 1600, 2.0 - turn);
    const CleanPage clean = Prepared(page, turn);
    EXPECT_NEAR(clean.skew_deg, 2.0, 0.1) << turn;
    EXPECT_EQ(MisplacedPixels(clean, page), 0) << turn;
    EXPECT_NEAR(FindSkew(clean.image, 1.0).angle_deg, 0.0, 0.1) << turn;
  }
}

TEST(PrepareTest, LevelsAFaxWithPixelsApart) {
  const PageImage page = EverySecondRow(DrawnLines(1200, 1600, -1.5));
  const CleanPage clean = Prepared(page, 0);
  EXPECT_NEAR(clean.skew_deg, -1.5, 0.1);
  EXPECT_NEAR(clean.image.height_px, 1600, 60);
  EXPECT_EQ(clean.image.dpi_x, clean.image.dpi_y);
  EXPECT_EQ(MisplacedPixels(clean, page), 0);
}

TEST(PrepareTest, CutsNothingOffAndFillsCornersWhite) {
  const PageImage page = DrawnLines(1200, 1600, 3.0);
  const CleanPage clean = Prepared(page, 0);
  EXPECT_GT(clean.image.width_px, 1270);
  EXPECT_GT(clean.image.height_px, 1650);
  EXPECT_EQ(PixelAt(clean.image, 0, 0), 255);
  EXPECT_EQ(PixelAt(clean.image, clean.image.width_px - 1, 0), 255);
}

TEST(PrepareTest, LeavesAPixelOfTheThinnestStrip) {
  for (const auto& strip : {White(1, 65'537, 0, 0), White(65'537, 1, 0, 0)}) {
    const auto clean = Prepare().Run({strip, 0});
    ASSERT_TRUE(clean);
    EXPECT_GE(clean->image.width_px, 1);
    EXPECT_GE(clean->image.height_px, 1);
  }
}

TEST(PrepareTest, LeavesALevelPageAsItIs) {
  const PageImage page = DrawnLines(1200, 1600, 0.0);
  const CleanPage clean = Prepared(page, 0);
  EXPECT_EQ(clean.image, page);
  EXPECT_EQ(clean.skew_deg, 0.0);
  EXPECT_EQ(clean.to_source, Homography{});
}

TEST(PrepareTest, LeavesASlightSkewToTheEngine) {
  const PageImage page = DrawnLines(1200, 1600, 0.1);
  EXPECT_EQ(Prepared(page, 0).image, page);
}

TEST(PrepareTest, LeavesAPixelOfEverySpeck) {
  for (const int turn : {0, 90}) {
    const CleanPage clean = Prepared(White(1, 5, 1200, 1200), turn);
    EXPECT_EQ(clean.image.pixels.size(), 5U) << turn;
  }
}

TEST(PrepareTest, DoesNotStretchAPageThatClaimsAbsurdPixels) {
  EXPECT_EQ(Prepared(White(400, 300, 2400, 300), 0).image.height_px, 2400);
  EXPECT_EQ(Prepared(White(400, 300, 2400, 150), 0).image.height_px, 300);
  EXPECT_EQ(Prepared(White(400, 300, 150, 2400), 0).image.width_px, 400);
}

TEST(PrepareTest, StretchesNoPageBeyondWhatAPageCanBe) {
  const CleanPage clean = Prepared(White(130'000'000, 1, 50, 400), 0);
  EXPECT_EQ(clean.image.width_px, 130'000'000);
}

TEST(PrepareTest, BringsHighAndLowResolutionToWhatTheEngineReads) {
  EXPECT_EQ(Prepared(White(400, 300, 600, 600), 0).image.dpi_x, 300);
  EXPECT_EQ(Prepared(White(400, 300, 400, 400), 0).image.dpi_x, 400);
  EXPECT_EQ(Prepared(White(400, 300, 100, 100), 0).image.dpi_y, 200);
  EXPECT_EQ(Prepared(White(400, 300, 150, 150), 0).image.dpi_y, 150);
}

TEST(PrepareTest, RefusesAPageWhosePixelsAreMissing) {
  PageImage page = White(400, 300, 300, 300);
  page.pixels.pop_back();
  const auto clean = Prepare().Run({page, 0});
  ASSERT_FALSE(clean);
  EXPECT_EQ(clean.error().code, ErrorCode::kImageUnreadable);
}

TEST(PrepareTest, RefusesATurnThatIsNoQuarter) {
  const PageImage page = White(4, 3, 300, 300);
  const auto clean = Prepare().Run({page, 45});
  ASSERT_FALSE(clean);
  EXPECT_EQ(clean.error().code, ErrorCode::kInternal);
}

}  // namespace
}  // namespace donthu
