#include "stages/prepare/black_frames.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

constexpr double kFrameDpi = 200.0;

// 45 x 20 mm about (-100, -400), edges of 0.4 mm.
constexpr double kHalfWidth = 177.0;
constexpr double kHalfHeight = 79.0;
constexpr double kEdge = 3.0;

bool IsWord(double u, double v) {
  return std::fmod(v + 1800.0, 40.0) < 12 && std::fmod(u + 1400.0, 75.0) < 60;
}

bool InFrame(double u, double v) {
  return std::abs(u + 100.0) < kHalfWidth && std::abs(v + 400.0) < kHalfHeight;
}

bool OnFrame(double u, double v) {
  return InFrame(u, v) && (std::abs(u + 100.0) > kHalfWidth - kEdge ||
                           std::abs(v + 400.0) > kHalfHeight - kEdge);
}

template <typename IsEdge>
PageImage PageWith(double skew_deg, IsEdge is_edge) {
  return DrawnInk(1400, 1800, skew_deg, [&](double u, double v) {
    return is_edge(u, v) || (IsWord(u, v) && !OnFrame(u, v));
  });
}

std::vector<BlackFrame> FramesOn(const PageImage& page) {
  return FindBlackFrames(FindPrintRules(page, kFrameDpi), page.height_px,
                         kFrameDpi);
}

TEST(BlackFramesTest, FindsAFrameThatIsPressedAskewOverPrint) {
  for (const double skew_deg : {0.0, 1.5, -3.0}) {
    const auto frames = FramesOn(PageWith(skew_deg, OnFrame));
    ASSERT_EQ(frames.size(), 1U) << skew_deg;
    const BoxPx box = frames[0].box;
    EXPECT_NEAR(box.width_px(), 2 * kHalfWidth, 20) << skew_deg;
    EXPECT_NEAR(box.height_px(), 2 * kHalfHeight, 20) << skew_deg;
    EXPECT_GT(frames[0].certainty, 0.8) << skew_deg;
  }
}

TEST(BlackFramesTest, FindsAFrameOfThreeEdges) {
  const auto frames = FramesOn(PageWith(
      0.0, [](double u, double v) { return OnFrame(u, v) && u < 60.0; }));
  ASSERT_EQ(frames.size(), 1U);
  EXPECT_LT(frames[0].certainty, 0.8);
}

TEST(BlackFramesTest, FindsNoneInPrintAndRules) {
  EXPECT_TRUE(
      FramesOn(PageWith(0.0, [](double, double) { return false; })).empty());
  EXPECT_TRUE(FramesOn(PageWith(0.0, [](double u, double v) {
                return OnFrame(u, v) && std::abs(u + 100.0) < 170.0;
              })).empty());
}

TEST(BlackFramesTest, LooksAtTheUpperHalfAlone) {
  const PageImage page =
      PageWith(0.0, [](double u, double v) { return OnFrame(u, v - 900.0); });
  EXPECT_TRUE(FramesOn(page).empty());
}

}  // namespace
}  // namespace donthu
