#include "stages/prepare/ink.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace donthu {
namespace {

using Rgb = std::array<std::uint8_t, 3>;
constexpr Rgb kPaper = {250, 248, 240};
constexpr Rgb kBlack = {30, 30, 32};
constexpr Rgb kRed = {205, 40, 50};
constexpr Rgb kBlue = {40, 50, 150};
constexpr double kInkDpi = 150.0;

PageImage Paper(int width_px, int height_px) {
  PageImage page;
  page.width_px = width_px;
  page.height_px = height_px;
  page.format = PixelFormat::kRgb24;
  page.dpi_x = page.dpi_y = kInkDpi;
  for (int i = 0; i < width_px * height_px; ++i) {
    page.pixels.insert(page.pixels.end(), kPaper.begin(), kPaper.end());
  }
  return page;
}

std::size_t PlaceAt(const PageImage& page, int x, int y) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width_px) +
         static_cast<std::size_t>(x);
}

// As ink lies on ink: the lights that both let through multiply.
void Lay(PageImage& page, int x, int y, const Rgb& ink) {
  for (std::size_t c = 0; c < 3; ++c) {
    std::uint8_t& sample = page.pixels[PlaceAt(page, x, y) * 3 + c];
    sample = static_cast<std::uint8_t>(sample * ink[c] / 255);
  }
}

void Fill(PageImage& page, const BoxPx& box, const Rgb& ink) {
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) Lay(page, x, y, ink);
  }
}

void Ring(PageImage& page, double x0, double y0, double radius,
          const Rgb& ink) {
  for (int y = 0; y < page.height_px; ++y) {
    for (int x = 0; x < page.width_px; ++x) {
      const double r = std::hypot(x - x0, y - y0);
      if (std::abs(r - radius) < 3.0 || r < radius * 0.3) Lay(page, x, y, ink);
    }
  }
}

void Frame(PageImage& page, const BoxPx& box, int line_px, const Rgb& ink) {
  Fill(page, {box.left_px, box.top_px, box.right_px, box.top_px + line_px},
       ink);
  Fill(page,
       {box.left_px, box.bottom_px - line_px, box.right_px, box.bottom_px},
       ink);
  Fill(page,
       {box.left_px, box.top_px + line_px, box.left_px + line_px,
        box.bottom_px - line_px},
       ink);
  Fill(page,
       {box.right_px - line_px, box.top_px + line_px, box.right_px,
        box.bottom_px - line_px},
       ink);
}

// A line of print: bars of 6 by 12 pixels.
void Line(PageImage& page, int left, int top, int letters, const Rgb& ink) {
  for (int i = 0; i < letters; ++i) {
    Fill(page, {left + 12 * i, top, left + 12 * i + 6, top + 12}, ink);
  }
}

int Darkest(const PageImage& gray, const BoxPx& box) {
  int least = 255;
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) {
      least = std::min<int>(least, gray.pixels[PlaceAt(gray, x, y)]);
    }
  }
  return least;
}

TEST(InkTest, TakesASealOffAndLeavesThePrintBeneath) {
  PageImage page = Paper(700, 500);
  for (int y = 60; y < 440; y += 40) Line(page, 60, y, 45, kBlack);
  Ring(page, 350, 250, 105, kRed);
  const PartedInk parted = PartInk(page, kInkDpi);
  ASSERT_EQ(parted.marks.size(), 1U);
  EXPECT_EQ(parted.marks[0].mark.kind, "seal");
  EXPECT_EQ(parted.marks[0].mark.shape, "round");
  EXPECT_EQ(parted.marks[0].mark.color, "red");
  EXPECT_NEAR(parted.marks[0].mark.box.left_px, 242, 9);
  EXPECT_NEAR(parted.marks[0].mark.box.right_px, 458, 9);
  // The star, where no print is, and print under it.
  EXPECT_GT(Darkest(parted.gray, {335, 235, 365, 258}), 225);
  EXPECT_LT(parted.gray.pixels[PlaceAt(parted.gray, 350, 266)], 80);
}

TEST(InkTest, CutsWhatStandsInAFrameOut) {
  PageImage page = Paper(900, 500);
  for (int y = 60; y < 440; y += 40) Line(page, 60, y, 60, kBlack);
  Frame(page, {200, 100, 520, 310}, 5, kRed);
  Line(page, 240, 182, 20, kRed);
  const PartedInk parted = PartInk(page, kInkDpi);
  ASSERT_EQ(parted.marks.size(), 1U);
  const InkLayer& stamp = parted.marks[0];
  EXPECT_EQ(stamp.mark.kind, "stamp");
  EXPECT_EQ(stamp.mark.shape, "rectangle");
  EXPECT_NEAR(stamp.coloured.width_px, 320, 40);
  // No frame and no black print in it, but the red line.
  EXPECT_EQ(Darkest(stamp.coloured, {0, 0, stamp.coloured.width_px, 20}), 255);
  EXPECT_LT(Darkest(stamp.coloured,
                    {0, 0, stamp.coloured.width_px, stamp.coloured.height_px}),
            150);
  EXPECT_LT(Darkest(stamp.all, {0, 0, stamp.all.width_px, 60}), 60);
}

TEST(InkTest, ShowsAllThatStandsInAFrameInGray) {
  PageImage page = Paper(900, 500);
  Frame(page, {200, 100, 520, 310}, 5, kRed);
  Line(page, 250, 180, 10, kBlack);
  Line(page, 250, 230, 10, kRed);
  const InkLayer stamp = PartInk(page, kInkDpi).marks.at(0);
  const PageImage& all = stamp.all;
  ASSERT_EQ(all.format, PixelFormat::kGray8);
  ASSERT_EQ(all.width_px, stamp.coloured.width_px);
  ASSERT_EQ(all.height_px, stamp.coloured.height_px);
  ASSERT_EQ(all.pixels.size(), static_cast<std::size_t>(all.width_px) *
                                   static_cast<std::size_t>(all.height_px));
  // The frame's middle is that of what is cut out.
  const auto rows = [&](int top, int bottom) {
    const int middle = all.height_px / 2 - 205;
    return BoxPx{20, middle + top, all.width_px - 20, middle + bottom};
  };
  EXPECT_LT(Darkest(all, rows(184, 188)), 60);
  EXPECT_GT(Darkest(all, rows(198, 224)), 230);
  EXPECT_LT(Darkest(all, rows(234, 238)), 160);
  EXPECT_GT(Darkest(all, rows(234, 238)), 60);
}

TEST(InkTest, ShowsWhatIsStampedOverGrayPrint) {
  constexpr Rgb kGray = {110, 110, 112};
  PageImage page = Paper(900, 500);
  Frame(page, {200, 100, 520, 310}, 5, kRed);
  Fill(page, {300, 150, 420, 250}, kGray);
  Line(page, 240, 194, 20, kRed);
  const InkLayer stamp = PartInk(page, kInkDpi).marks.at(0);
  const int middle = stamp.coloured.height_px / 2;
  const int left = stamp.coloured.width_px / 2 - 40;
  EXPECT_LT(Darkest(stamp.coloured, {left, middle - 8, left + 60, middle + 8}),
            40);
  EXPECT_EQ(
      Darkest(stamp.coloured, {left, middle + 16, left + 60, middle + 30}),
      255);
}

TEST(InkTest, TellsWherePrintHidesWhatIsStamped) {
  PageImage page = Paper(900, 500);
  Frame(page, {200, 100, 520, 310}, 5, kRed);
  Fill(page, {300, 150, 420, 160}, kBlack);
  const InkLayer stamp = PartInk(page, kInkDpi).marks.at(0);
  ASSERT_EQ(stamp.hidden.width_px, stamp.coloured.width_px);
  ASSERT_EQ(stamp.hidden.height_px, stamp.coloured.height_px);
  const int middle = stamp.hidden.height_px / 2;
  EXPECT_EQ(Darkest(stamp.hidden, {0, 0, stamp.hidden.width_px, middle}), 0);
  EXPECT_EQ(Darkest(stamp.hidden,
                    {0, middle, stamp.hidden.width_px, stamp.hidden.height_px}),
            255);
}

TEST(InkTest, TakesASignatureOffButNoWordsInBlue) {
  PageImage page = Paper(900, 500);
  for (int y = 60; y < 300; y += 40) Line(page, 60, y, 60, kBlack);
  Line(page, 60, 320, 40, kBlue);
  for (int x = 400; x < 560; ++x) {
    const int y = 400 + static_cast<int>(45 * std::sin(x / 9.0));
    Fill(page, {x, y - 3, x + 1, y + 4}, kBlue);
  }
  const PartedInk parted = PartInk(page, kInkDpi);
  ASSERT_EQ(parted.marks.size(), 1U);
  EXPECT_EQ(parted.marks[0].mark.kind, "pen");
  EXPECT_EQ(parted.marks[0].mark.color, "blue");
  EXPECT_GT(Darkest(parted.gray, {395, 350, 565, 450}), 215);
  EXPECT_LT(Darkest(parted.gray, {60, 320, 500, 332}), 80);
}

TEST(InkTest, LeavesALetterWrittenInBlueAsItIs) {
  PageImage page = Paper(900, 900);
  for (int y = 60; y < 840; y += 24) Line(page, 40, y, 68, kBlue);
  const PartedInk parted = PartInk(page, kInkDpi);
  EXPECT_TRUE(parted.marks.empty());
  EXPECT_LT(Darkest(parted.gray, {40, 60, 850, 72}), 80);
}

TEST(InkTest, TakesNothingOffPrintOnYellowPaper) {
  PageImage page = Paper(700, 500);
  Fill(page, {0, 0, 700, 500}, {250, 232, 190});
  for (int y = 60; y < 440; y += 40) Line(page, 60, y, 45, kBlack);
  Fill(page, {300, 200, 420, 330}, {235, 205, 150});  // a stain
  EXPECT_TRUE(PartInk(page, kInkDpi).marks.empty());
}

}  // namespace
}  // namespace donthu
