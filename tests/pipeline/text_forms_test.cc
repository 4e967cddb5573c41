#include "pipeline/text_forms.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

TEST(TextFormsTest, NumbersOfPagesHaveFourDigitsOrMore) {
  EXPECT_EQ(FourDigits(1), "0001");
  EXPECT_EQ(FourDigits(12345), "12345");
}

TEST(TextFormsTest, TimesAreInUtc) {
  EXPECT_EQ(UtcText(std::chrono::system_clock::from_time_t(86399)),
            "1970-01-01T23:59:59Z");
}

}  // namespace
}  // namespace donthu
