#include "tests/bench/rank.h"

#include <gtest/gtest.h>

namespace donthu::bench {
namespace {

TEST(RankCorrelationTest, IsOneWhereTheOrderIsTheSame) {
  EXPECT_DOUBLE_EQ(RankCorrelation({1, 2, 3, 10}, {0.1, 0.2, 5, 6}), 1.0);
  EXPECT_DOUBLE_EQ(RankCorrelation({1, 2, 3}, {3, 2, 1}), -1.0);
}

// 1 - 6 * sum of squared differences / (n (n^2 - 1)): 1 - 6 * 4 / 60.
TEST(RankCorrelationTest, CountsHowFarRanksAreApart) {
  EXPECT_DOUBLE_EQ(RankCorrelation({1, 2, 3, 4}, {2, 1, 4, 3}), 0.6);
}

TEST(RankCorrelationTest, EqualValuesShareTheirRank) {
  EXPECT_NEAR(RankCorrelation({1, 1, 2}, {1, 2, 3}), 0.8660254, 1e-6);
}

TEST(RankCorrelationTest, IsNothingWhereNothingDiffers) {
  EXPECT_DOUBLE_EQ(RankCorrelation({1, 1}, {1, 2}), 0.0);
  EXPECT_DOUBLE_EQ(RankCorrelation({}, {}), 0.0);
}

}  // namespace
}  // namespace donthu::bench
