#include "stages/examine/examine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "tests/stages/examine/page_of.h"
#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

CleanPage White(int width_px = 1240, int height_px = 1754) {
  CleanPage page;
  page.image.width_px = width_px;
  page.image.height_px = height_px;
  page.image.dpi_x = page.image.dpi_y = 150;
  page.image.pixels.assign(
      static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px),
      255);
  return page;
}

void Ink(CleanPage& page, const BoxPx& box, int tone = 0) {
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) {
      page.image.pixels[static_cast<std::size_t>(y) *
                            static_cast<std::size_t>(page.image.width_px) +
                        static_cast<std::size_t>(x)] =
          static_cast<std::uint8_t>(tone);
    }
  }
}

// A row of letters like "n", all alike.
void InkLetters(CleanPage& page, int left_px, int top_px, int count,
                int tone = 0) {
  for (int i = 0; i < count; ++i) {
    const int x = left_px + i * 14;
    Ink(page, {x, top_px, x + 3, top_px + 12}, tone);
    Ink(page, {x + 7, top_px, x + 10, top_px + 12}, tone);
    Ink(page, {x, top_px, x + 10, top_px + 2}, tone);
  }
}

// Each pixel the mean of its neighbourhood: paper scatters light.
void Soften(CleanPage& page) {
  const std::vector<std::uint8_t> sharp = page.image.pixels;
  const int width = page.image.width_px;
  for (int y = 1; y + 1 < page.image.height_px; ++y) {
    for (int x = 1; x + 1 < width; ++x) {
      int sum = 0;
      for (int v = y - 1; v <= y + 1; ++v) {
        for (int u = x - 1; u <= x + 1; ++u) {
          sum += sharp[static_cast<std::size_t>(v * width + u)];
        }
      }
      page.image.pixels[static_cast<std::size_t>(y * width + x)] =
          static_cast<std::uint8_t>(sum / 9);
    }
  }
}

Examination Examined(const CleanPage& page, const PageText& text = {}) {
  const auto found = Examine().Run({page, text});
  EXPECT_TRUE(found);
  return found ? *found : Examination();
}

TEST(ExamineTest, WhitePaperIsBlank) {
  const Examination found = Examined(White());
  EXPECT_EQ(found.status, PageStatus::kBlank);
  EXPECT_GT(found.blank_score, 0.9);
  EXPECT_EQ(found.handwriting_score, 0.0);
}

TEST(ExamineTest, BlackEdgesAndHolesSayNothing) {
  CleanPage page = White();
  Ink(page, {0, 0, 30, 1754});
  Ink(page, {60, 600, 94, 634});
  Ink(page, {60, 1070, 94, 1104});
  EXPECT_EQ(Examined(page).status, PageStatus::kBlank);
}

TEST(ExamineTest, OneLineOfLettersIsContent) {
  CleanPage page = White();
  InkLetters(page, 200, 800, 12);
  const Examination found = Examined(page);
  EXPECT_LT(found.blank_score, 0.5);
  EXPECT_EQ(found.status, PageStatus::kUnreadable);
  EXPECT_EQ(Examined(page, PageOf({{"Kính gửi"}})).status, PageStatus::kOk);
}

TEST(ExamineTest, AWordWhoseLettersTouchIsContent) {
  CleanPage page = White();
  InkLetters(page, 200, 200, 3);
  Ink(page, {214, 200, 238, 202});  // the last two
  const Examination found = Examined(page);
  EXPECT_LT(found.blank_score, 0.5);
  EXPECT_EQ(found.status, PageStatus::kUnreadable);
}

TEST(ExamineTest, APalePenIsContentByItsSharpEdges) {
  CleanPage page = White();
  InkLetters(page, 200, 800, 8, 208);
  EXPECT_LT(Examined(page).blank_score, 0.5);
}

TEST(ExamineTest, WhatShinesThroughIsNotContent) {
  CleanPage page = White();
  for (int line = 0; line < 30; ++line) {
    InkLetters(page, 150, 200 + line * 40, 60, 212);
  }
  Soften(page);
  Soften(page);
  EXPECT_EQ(Examined(page).status, PageStatus::kBlank);
}

TEST(ExamineTest, APageNumberAloneIsNotContent) {
  CleanPage page = White();
  InkLetters(page, 610, 60, 2);
  EXPECT_EQ(Examined(page).status, PageStatus::kBlank);
  InkLetters(page, 200, 800, 8);
  EXPECT_LT(Examined(page).blank_score, 0.5);
}

TEST(ExamineTest, SureWordsKeepAPageFromBeingBlank) {
  const PageText text = PageOf({{"Người viết đơn"}});
  const Examination found = Examined(White(), text);
  EXPECT_EQ(found.status, PageStatus::kOk);
  EXPECT_EQ(found.text, text);
}

TEST(ExamineTest, NothingOfABlankPageStandsInTheText) {
  const Examination found = Examined(White(), PageOf({{"xq zw", 0.3}}));
  EXPECT_EQ(found.status, PageStatus::kBlank);
  EXPECT_TRUE(found.text.blocks.empty());
}

TEST(ExamineTest, LikeLettersOnALineAreNoHand) {
  CleanPage page = White();
  for (int line = 0; line < 30; ++line) {
    InkLetters(page, 150, 200 + line * 40, 60);
  }
  EXPECT_LT(Examined(page).handwriting_score, 0.1);
}

TEST(ExamineTest, ScoresHaveFourDecimals) {
  CleanPage page = White();
  InkLetters(page, 200, 800, 12);
  const Examination found = Examined(page);
  for (const double score : {found.blank_score, found.handwriting_score}) {
    EXPECT_NEAR(score * 1e4, std::round(score * 1e4), 1e-9);
  }
}

TEST(ExamineTest, TakesPagesOfAnySize) {
  for (const int side : {1, 2, 31, 33, 70}) {
    EXPECT_TRUE(Examine().Run({White(side, side), {}})) << side;
  }
}

TEST(ExamineTest, FailsWhereSizeAndBytesDisagree) {
  CleanPage page = White();
  page.image.pixels.pop_back();
  const auto found = Examine().Run({page, {}});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::kImageUnreadable);
}

}  // namespace
}  // namespace donthu
