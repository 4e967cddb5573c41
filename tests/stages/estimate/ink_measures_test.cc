#include "stages/estimate/ink_measures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>

#include "tests/stages/estimate/made_page.h"

namespace donthu {
namespace {

double Of(const CleanPage& page, const PageText& text, std::string_view name) {
  const auto at = std::find(kInkMeasures.begin(), kInkMeasures.end(), name);
  EXPECT_NE(at, kInkMeasures.end()) << name;
  return MeasureInk(page,
                    text)[static_cast<std::size_t>(at - kInkMeasures.begin())];
}

// Ten letters read on, and as many of a line that the engine passed over.
struct HalfRead {
  CleanPage page = WhitePage();
  PageText text;

  HalfRead() {
    const BoxPx read = InkLetters(page.image, 100, 100, 10);
    InkLetters(page.image, 100, 300, 10);
    text = TextOf({LineOf({{"mười chữ đọ", 0.95}}, read)});
  }
};

TEST(InkMeasuresTest, ALineThatWasPassedOverIsMissed) {
  const HalfRead half;
  EXPECT_NEAR(Of(half.page, half.text, "missed"), 0.5, 1e-9);
}

TEST(InkMeasuresTest, WhatStandsAloneIsNotMissed) {
  CleanPage page = WhitePage();
  InkLetters(page.image, 100, 100, 2);
  InkLetters(page.image, 500, 700, 1);
  EXPECT_EQ(Of(page, TextOf({}), "missed"), 0.0);
}

// The left half of a ring's frame, open to the right.
void InkRidge(PageImage& image, const BoxPx& box) {
  Ink(image, {box.left_px, box.top_px, box.left_px + 3, box.bottom_px});
  Ink(image, {box.left_px, box.top_px, box.right_px, box.top_px + 3});
  Ink(image, {box.left_px, box.bottom_px - 3, box.right_px, box.bottom_px});
}

TEST(InkMeasuresTest, RidgesOfAFingerprintAreNoRowOfLetters) {
  CleanPage page = WhitePage();
  for (int i = 0; i < 5; ++i) {
    InkRidge(page.image, {200 + 8 * i, 600 + 6 * i, 280, 680 - 6 * i});
  }
  EXPECT_EQ(Of(page, TextOf({}), "missed"), 0.0);
}

TEST(InkMeasuresTest, SpecksCountByTheLetter) {
  HalfRead half;
  for (int i = 0; i < 5; ++i) {
    Ink(half.page.image, {50 + 20 * i, 600, 52 + 20 * i, 602});
  }
  EXPECT_NEAR(Of(half.page, half.text, "specks"), 0.25, 1e-9);
}

TEST(InkMeasuresTest, PaleLettersAreFaint) {
  CleanPage page = WhitePage();
  InkLetters(page.image, 100, 100, 10, 102);
  EXPECT_NEAR(Of(page, TextOf({}), "faint"), 0.4, 0.01);
}

TEST(InkMeasuresTest, LettersAreAsLargeAsOnTheScan) {
  HalfRead half;
  EXPECT_NEAR(Of(half.page, half.text, "small"), 2.0 / 16.0, 1e-9);
  half.page.to_source.m = {0.5, 0, 0, 0, 0.5, 0, 0, 0, 1};
  EXPECT_NEAR(Of(half.page, half.text, "small"), 9.0 / 16.0, 1e-9);
}

TEST(InkMeasuresTest, BoxesOutsideThePageDoNoHarm) {
  const HalfRead half;
  const auto text = TextOf({LineOf({{"xa", 0.9}}, {-50, -50, 100000, 100000})});
  EXPECT_EQ(Of(half.page, text, "missed"), 0.0);
}

}  // namespace
}  // namespace donthu
