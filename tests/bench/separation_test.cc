#include "tests/bench/separation.h"

#include <gtest/gtest.h>

namespace donthu::bench {
namespace {

TEST(SeparationTest, IsOneWhereEveryPositiveScoresHigher) {
  EXPECT_DOUBLE_EQ(AreaUnderCurve({{0.8, 0.9}, {0.1, 0.2, 0.3}}), 1.0);
  EXPECT_DOUBLE_EQ(AreaUnderCurve({{0.1}, {0.2, 0.3}}), 0.0);
}

TEST(SeparationTest, CountsTiesHalf) {
  EXPECT_DOUBLE_EQ(AreaUnderCurve({{0.5}, {0.5}}), 0.5);
  EXPECT_DOUBLE_EQ(AreaUnderCurve({{0.5, 0.7}, {0.5, 0.6}}), 0.625);
}

TEST(SeparationTest, IsNothingWhereAKindIsMissing) {
  EXPECT_DOUBLE_EQ(AreaUnderCurve({{}, {0.5}}), 0.0);
  EXPECT_DOUBLE_EQ(ShareWithin({}, 0.0, 1.0), 0.0);
}

TEST(SeparationTest, SharesAreHalfOpen) {
  EXPECT_DOUBLE_EQ(ShareWithin({0.1, 0.5, 0.9, 1.0}, 0.5, 1.0), 0.5);
}

}  // namespace
}  // namespace donthu::bench
