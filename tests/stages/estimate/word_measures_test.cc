#include "stages/estimate/word_measures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>

#include "tests/stages/estimate/made_page.h"

namespace donthu {
namespace {

double Named(const WordMeasures& measures, std::string_view name) {
  const auto at = std::find(kWordMeasures.begin(), kWordMeasures.end(), name);
  EXPECT_NE(at, kWordMeasures.end()) << name;
  return measures[static_cast<std::size_t>(at - kWordMeasures.begin())];
}

double Of(const std::vector<TextLine>& lines, std::string_view name) {
  return Named(MeasureWords(TextOf(lines)), name);
}

TEST(WordMeasuresTest, NothingReadMeasuresNothing) {
  for (const double measure : MeasureWords(TextOf({}))) EXPECT_EQ(measure, 0.0);
}

TEST(WordMeasuresTest, SureWordsSpelledRightMeasureNothing) {
  const auto measures =
      MeasureWords(TextOf({LineOf({{"Kính", 0.97}, {"gửi", 0.98}})}));
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const double worst = kWordMeasures[i] == "worst_line" ? 0.03 : 0.0;
    EXPECT_LE(measures[i], worst) << kWordMeasures[i];
  }
}

TEST(WordMeasuresTest, LettersCountByHowUnsureTheirWordIs) {
  const std::vector<TextLine> lines = {LineOf({{"nại", 0.84}, {"tố", 0.97}})};
  // 3 of 5 letters, half of the way from 0.88 to 0.80.
  EXPECT_NEAR(Of(lines, "below_88_75"), 3.0 / 5.0 * 4.0 / 13.0, 1e-9);
  EXPECT_NEAR(Of(lines, "below_93_88"), 0.6, 1e-9);
  EXPECT_NEAR(Of(lines, "below_75_55"), 0.0, 1e-9);
}

TEST(WordMeasuresTest, SpellingCountsByLetters) {
  const std::vector<TextLine> lines = {
      LineOf({{"xzy", 0.95}, {"12.5", 0.75}, {"---", 0.95}})};
  EXPECT_NEAR(Of(lines, "odd"), 0.3, 1e-9);
  EXPECT_NEAR(Of(lines, "figures_below_95_75"), 0.4, 1e-9);
  EXPECT_NEAR(Of(lines, "marks"), 0.3, 1e-9);
}

TEST(WordMeasuresTest, LinesCountWhole) {
  const std::vector<TextLine> lines = {
      LineOf({{"nghiêng", 0.80}, {"nghiêng", 0.80}}), LineOf({{"ở", 0.97}})};
  EXPECT_NEAR(Of(lines, "worst_line"), 0.2, 1e-9);
  EXPECT_NEAR(Of(lines, "line_below_90_70"), 14.0 / 15.0 * 0.5, 1e-9);
  EXPECT_NEAR(Of(lines, "scattered"), 1.0 / 15.0, 1e-9);
}

}  // namespace
}  // namespace donthu
