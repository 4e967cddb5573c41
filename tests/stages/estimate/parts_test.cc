#include "stages/estimate/parts.h"

#include <gtest/gtest.h>

#include "tests/stages/estimate/made_page.h"

namespace donthu {
namespace {

TEST(DarkPartsTest, AWhitePageHasNone) {
  EXPECT_TRUE(DarkPartsOf(WhitePage().image).parts.empty());
}

TEST(DarkPartsTest, ABlackPageIsNoneOrOne) {
  PageImage image = WhitePage().image;
  image.pixels.assign(image.pixels.size(), 0);
  EXPECT_LE(DarkPartsOf(image).parts.size(), 1U);
}

TEST(DarkPartsTest, WhatTouchesByACornerIsOne) {
  PageImage image = WhitePage().image;
  Ink(image, {10, 10, 20, 20});
  Ink(image, {20, 20, 30, 30});
  Ink(image, {31, 32, 40, 40});
  const auto found = DarkPartsOf(image);
  ASSERT_EQ(found.factor, 1);
  ASSERT_EQ(found.parts.size(), 2U);
  EXPECT_EQ(found.parts[0].box, (BoxPx{10, 10, 30, 30}));
  EXPECT_EQ(found.parts[0].area_px, 200);
  EXPECT_EQ(found.parts[0].darkness_sum, 200 * 255);
}

// The two legs of a U are one part only where its foot is reached.
TEST(DarkPartsTest, WhatMeetsBelowIsOne) {
  PageImage image = WhitePage().image;
  Ink(image, {10, 10, 15, 40});
  Ink(image, {30, 10, 35, 40});
  Ink(image, {10, 40, 35, 45});
  const auto found = DarkPartsOf(image);
  ASSERT_EQ(found.parts.size(), 1U);
  EXPECT_EQ(found.parts[0].box, (BoxPx{10, 10, 35, 45}));
  EXPECT_EQ(found.parts[0].area_px, 2 * 150 + 125);
}

TEST(DarkPartsTest, AFinePageIsReducedAndItsBoxesAreNot) {
  PageImage image = WhitePage().image;
  image.dpi_x = image.dpi_y = 300.0;
  Ink(image, {100, 200, 140, 240});
  const auto found = DarkPartsOf(image);
  EXPECT_EQ(found.factor, 2);
  ASSERT_EQ(found.parts.size(), 1U);
  EXPECT_EQ(found.parts[0].box, (BoxPx{100, 200, 140, 240}));
}

TEST(DarkPartsTest, TinyPagesAreLookedAtAsTheyAre) {
  PageImage image;
  image.width_px = image.height_px = 1;
  image.pixels = {0};
  EXPECT_LE(DarkPartsOf(image).parts.size(), 1U);
}

}  // namespace
}  // namespace donthu
