#include "pipeline/hidden_figures.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace donthu {
namespace {

// Four digits of 11 by 20 pixels.
constexpr BoxPx kNumber = {40, 20, 84, 40};

PageText Reading(const std::string& text, double confidence = 0.9) {
  TextLine line;
  line.box = kNumber;
  line.words = {{text, kNumber, confidence}};
  return {200, 60, {{{}, {{{}, {line}}}}}};
}

PageImage Hidden(const BoxPx& black) {
  PageImage hidden;
  hidden.width_px = 200;
  hidden.height_px = 60;
  hidden.pixels.assign(std::size_t{200} * 60, 255);
  for (int y = black.top_px; y < black.bottom_px; ++y) {
    for (int x = black.left_px; x < black.right_px; ++x) {
      hidden.pixels[static_cast<std::size_t>(y * 200 + x)] = 0;
    }
  }
  return hidden;
}

double Confidence(const PageText& reading) { return MeanConfidence(reading); }

double Doubted(const PageImage& hidden, PageText reading) {
  DoubtHidden(hidden, reading);
  return Confidence(reading);
}

std::vector<double> Disputed(const PageImage& hidden,
                             std::vector<PageText> readings) {
  DoubtDisputed(hidden, readings);
  std::vector<double> confidences;
  for (const PageText& reading : readings) {
    confidences.push_back(Confidence(reading));
  }
  return confidences;
}

// A quarter, a seventh and none of the third digit.
const PageImage kMuch = Hidden({62, 20, 73, 25});
const PageImage kLittle = Hidden({62, 20, 73, 23});
const PageImage kNothing = Hidden({62, 41, 73, 60});

TEST(HiddenFiguresTest, DoubtsADigitOfWhichMuchIsHidden) {
  EXPECT_EQ(Doubted(kMuch, Reading("1829")), 0.0);
  EXPECT_EQ(Doubted(kLittle, Reading("1829")), 0.9);
  EXPECT_EQ(Doubted(kNothing, Reading("1829")), 0.9);
  EXPECT_EQ(Doubted({}, Reading("1829")), 0.9);
}

TEST(HiddenFiguresTest, DoubtsNoWordWithoutFigures) {
  EXPECT_EQ(Doubted(kMuch, Reading("Ngày")), 0.9);
  EXPECT_FALSE(HidesFigures(kMuch, Reading("Ngày")));
  EXPECT_TRUE(HidesFigures(kLittle, Reading("1829")));
  EXPECT_FALSE(HidesFigures(kNothing, Reading("1829")));
}

TEST(HiddenFiguresTest, DoubtsFiguresThatAreThePrintItself) {
  PageText reading = Reading("412/");
  DoubtPrint(kLittle, Hidden({62, 20, 73, 40}), reading);
  EXPECT_EQ(Confidence(reading), 0.9);  // a seventh of its ink
  DoubtPrint(kLittle, Hidden({62, 20, 73, 26}), reading);
  EXPECT_EQ(Confidence(reading), 0.0);  // half of it
}

TEST(HiddenFiguresTest, DoubtsWhatAnUnsureReadingHasOtherwise) {
  EXPECT_EQ(Disputed(kLittle, {Reading("2215"), Reading("22158", 0.3)}),
            (std::vector<double>{0.0, 0.0}));
  EXPECT_EQ(Disputed(kNothing, {Reading("2215"), Reading("22158", 0.3)}),
            (std::vector<double>{0.9, 0.3}));
  EXPECT_EQ(Disputed(kLittle, {Reading("2215"), {}}),
            (std::vector<double>{0.0, 0.0}));
}

TEST(HiddenFiguresTest, TakesSignsAroundFiguresAndSlashesForNoDispute) {
  EXPECT_EQ(Disputed(kLittle, {Reading("..2215"), Reading("2215.")}),
            (std::vector<double>{0.9, 0.9}));
  EXPECT_EQ(Disputed(kLittle, {Reading("13/08/2026"), Reading("13/0872026")}),
            (std::vector<double>{0.9, 0.9}));
}

TEST(HiddenFiguresTest, SurvivesBoxesOutsideOfTheImage) {
  PageText reading = Reading("1829");
  EachWord(reading, [](Word& word) { word.box = {190, 50, 400, 90}; });
  EXPECT_EQ(Doubted(kMuch, reading), 0.9);
  EachWord(reading, [](Word& word) { word.box = {300, 100, 200, 90}; });
  EXPECT_EQ(Doubted(kMuch, reading), 0.9);
}

}  // namespace
}  // namespace donthu
