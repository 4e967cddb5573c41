#include "tests/bench/error_fit.h"

#include <gtest/gtest.h>

#include "samples/rng.h"

namespace donthu::bench {
namespace {

// Two measures that make the rate, one that has nothing to do with it.
std::vector<MeasuredError> Made(int count) {
  samples::Rng rng(1);
  std::vector<MeasuredError> rows;
  for (int i = 0; i < count; ++i) {
    const double a = rng.Unit();
    const double b = rng.Unit();
    const double chance = rng.Between(0.9, 1.1);
    rows.push_back({{a, b, rng.Unit()}, (0.01 + 0.2 * a + 0.4 * b) * chance});
  }
  return rows;
}

TEST(ErrorFitTest, FindsWhatTheRatesWereMadeOf) {
  const ErrorFit fit = FitErrors(Made(300), 1e-3);
  EXPECT_NEAR(fit.least, 0.01, 0.01);
  EXPECT_NEAR(fit.weights[0], 0.2, 0.03);
  EXPECT_NEAR(fit.weights[1], 0.4, 0.03);
  EXPECT_NEAR(fit.weights[2], 0.0, 0.01);
}

TEST(ErrorFitTest, NoMeasureCountsForLessThanNothing) {
  std::vector<MeasuredError> rows;
  for (int i = 0; i <= 10; ++i) rows.push_back({{i / 10.0}, 0.5 - i / 25.0});
  const ErrorFit fit = FitErrors(rows, 0.0);
  EXPECT_EQ(fit.weights[0], 0.0);
  EXPECT_NEAR(fit.least, 0.3, 0.01);  // the mean of the rates
}

TEST(ErrorFitTest, IsTheSameForTheSameRows) {
  const auto rows = Made(50);
  const ErrorFit one = FitErrors(rows, 0.01);
  const ErrorFit other = FitErrors(rows, 0.01);
  EXPECT_EQ(one.weights, other.weights);
  EXPECT_EQ(one.least, other.least);
}

TEST(ErrorFitTest, ExpectsNoMoreThanAll) {
  EXPECT_EQ(ExpectedRate({{2.0}, 0.1}, {1.0}), 1.0);
  EXPECT_DOUBLE_EQ(ExpectedRate({{2.0}, 0.1}, {0.2}), 0.5);
}

}  // namespace
}  // namespace donthu::bench
