#include "stages/estimate/estimate.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/stages/estimate/made_page.h"

namespace donthu {
namespace {

double Expected(const CleanPage& page, const PageText& text) {
  const auto rate = Estimate().Run({page, text});
  return rate ? *rate : -1.0;
}

struct ReadPageOf {
  CleanPage page = WhitePage();
  PageText text;

  explicit ReadPageOf(double confidence) {
    const BoxPx box = InkLetters(page.image, 100, 100, 16);
    text = TextOf({LineOf({{"khiếu", confidence},
                           {"nại", confidence},
                           {"tố", confidence},
                           {"cáo", confidence}},
                          box)});
  }
};

TEST(EstimateTest, NothingReadIsAllWrong) {
  EXPECT_EQ(Expected(WhitePage(), TextOf({})), 1.0);
}

TEST(EstimateTest, SureWordsAreHardlyWrong) {
  const ReadPageOf sure(0.97);
  EXPECT_LT(Expected(sure.page, sure.text), 0.02);
}

TEST(EstimateTest, UnsurerWordsAreWorse) {
  double before = 0.0;
  for (const double confidence : {0.97, 0.9, 0.5, 0.3}) {
    const ReadPageOf read(confidence);
    const double now = Expected(read.page, read.text);
    EXPECT_GT(now, before) << confidence;
    before = now;
  }
  EXPECT_GT(before, 0.2);
}

TEST(EstimateTest, WhatWasPassedOverIsWrongToo) {
  ReadPageOf read(0.97);
  const double whole = Expected(read.page, read.text);
  InkLetters(read.page.image, 100, 300, 16);
  EXPECT_GT(Expected(read.page, read.text), whole + 0.1);
}

TEST(EstimateTest, HasFourDecimals) {
  const ReadPageOf read(0.8371);
  const double rate = Expected(read.page, read.text);
  EXPECT_NEAR(rate * 1e4, std::round(rate * 1e4), 1e-9);
}

TEST(EstimateTest, RefusesWhatIsNoGrayPage) {
  CleanPage page = WhitePage();
  page.image.pixels.pop_back();
  const auto rate = Estimate().Run({page, TextOf({})});
  ASSERT_FALSE(rate);
  EXPECT_EQ(rate.error().code, ErrorCode::kImageUnreadable);
}

}  // namespace
}  // namespace donthu
