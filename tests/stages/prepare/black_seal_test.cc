#include "stages/prepare/black_seal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

constexpr double kSealDpi = 200.0;
constexpr int kX = 700;
constexpr int kY = 1000;

std::uint8_t& BlackAt(PageImage& page, int x, int y) {
  return page.pixels[static_cast<std::size_t>(y) *
                         static_cast<std::size_t>(page.width_px) +
                     static_cast<std::size_t>(x)];
}

bool OnRing(int x, int y) {
  const double r = std::hypot(x - kX, y - kY);
  return std::abs(r - 141) < 4 || std::abs(r - 94) < 3;
}

bool InStar(int x, int y) { return std::hypot(x - kX, y - 1003) < 26; }

// Farther from the rows of bars than marks of letters are.
bool BetweenRows(int y) {
  const double below = std::fmod(y + 900.5, 40.0);
  return below >= 18 && below < 31;
}

// Two rings, 36 mm and 24 mm across, and a blot in their middle, in black; a
// third of the pixels is lost, as by a bilevel scan.
void Press(PageImage& page) {
  std::uint32_t state = 1;
  for (int y = 0; y < page.height_px; ++y) {
    for (int x = 0; x < page.width_px; ++x) {
      state = state * 1664525U + 1013904223U;
      if ((OnRing(x, y) || InStar(x, y)) && (state >> 16) % 3 != 0) {
        BlackAt(page, x, y) = 0;
      }
    }
  }
}

TEST(BlackSealTest, FindsABrokenRingOverPrint) {
  PageImage page = DrawnLines(1400, 1800, 0.0);
  Press(page);
  const auto seals = FindBlackSeals(page, kSealDpi);
  ASSERT_EQ(seals.size(), 1U);
  EXPECT_NEAR(seals[0].x_px, kX, 4);
  EXPECT_NEAR(seals[0].y_px, kY, 4);
  EXPECT_NEAR(seals[0].radius_px, 141, 5);
}

TEST(BlackSealTest, FindsNoRingInPrint) {
  EXPECT_TRUE(FindBlackSeals(DrawnLines(1400, 1800, 0.0), kSealDpi).empty());
  EXPECT_TRUE(FindBlackSeals(DrawnLines(1400, 1800, 6.0), kSealDpi).empty());
}

TEST(BlackSealTest, TakesTheSealOffAndKeepsThePrint) {
  PageImage page = DrawnLines(1400, 1800, 0.0);
  PageImage before = page;
  Press(page);
  for (const GraySeal& seal : FindBlackSeals(page, kSealDpi)) {
    LiftSeal(seal, kSealDpi, page);
  }
  int seal_px = 0;
  int seal_left = 0;
  int print_px = 0;
  int print_left = 0;
  for (int y = kY - 150; y < kY + 150; ++y) {
    for (int x = kX - 150; x < kX + 150; ++x) {
      const bool print = BlackAt(before, x, y) == 0;
      const bool ink = BlackAt(page, x, y) == 0;
      const bool seal = (OnRing(x, y) || InStar(x, y)) && BetweenRows(y);
      if (print) ++print_px;
      if (print && ink) ++print_left;
      if (seal) ++seal_px;
      if (seal && ink) ++seal_left;
    }
  }
  EXPECT_LT(seal_left, 0.25 * seal_px);
  EXPECT_GT(print_left, 0.8 * print_px);
}

}  // namespace
}  // namespace donthu
