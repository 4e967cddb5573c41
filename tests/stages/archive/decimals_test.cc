#include "stages/archive/decimals.h"

#include <gtest/gtest.h>

#include <limits>

namespace donthu {
namespace {

TEST(DecimalsTest, WritesNoMoreThanNeeded) {
  EXPECT_EQ(Decimal(12.5, 4), "12.5");
  EXPECT_EQ(Decimal(12.0, 4), "12");
  EXPECT_EQ(Decimal(100.0, 0), "100");
  EXPECT_EQ(Decimal(0.12345, 4), "0.1235");
  EXPECT_EQ(Decimal(-0.00001, 4), "0");
  EXPECT_EQ(Decimal(-3.25, 2), "-3.25");
}

TEST(DecimalsTest, HasNoWordForWhatIsNoNumber) {
  EXPECT_EQ(Decimal(std::numeric_limits<double>::infinity(), 4), "0");
  EXPECT_EQ(Decimal(std::numeric_limits<double>::quiet_NaN(), 4), "0");
  EXPECT_EQ(Decimal(1e300, 4), "0");
}

}  // namespace
}  // namespace donthu
