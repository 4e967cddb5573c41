#include "stages/extract/numerals.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

TEST(NumeralsTest, ReadsNumbersAsTheyAreSaid) {
  EXPECT_EQ(WordedNumber("mot"), 1);
  EXPECT_EQ(WordedNumber("tu"), 4);
  EXPECT_EQ(WordedNumber("muoi"), 10);
  EXPECT_EQ(WordedNumber("muoi lam"), 15);
  EXPECT_EQ(WordedNumber("hai muoi"), 20);
  EXPECT_EQ(WordedNumber("ham ba"), 23);
  EXPECT_EQ(WordedNumber("chin muoi chin"), 99);
}

TEST(NumeralsTest, KnowsNoOtherWord) {
  EXPECT_EQ(WordedNumber(""), 0);
  EXPECT_EQ(WordedNumber("khong"), 0);
  EXPECT_EQ(WordedNumber("vai muoi"), 0);
  EXPECT_EQ(WordedNumber("muoi ho"), 0);
  EXPECT_EQ(WordedNumber("hai ba"), 0);
  EXPECT_EQ(WordedNumber("muoi muoi"), 0);
}

}  // namespace
}  // namespace donthu
