#include "models/page_number.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

TEST(PageNumberTest, StandsAlone) {
  EXPECT_EQ(PrintedNumberIn("2").page, 2);
  EXPECT_EQ(PrintedNumberIn("- 12 -").page, 12);
  EXPECT_EQ(PrintedNumberIn("– 3 –").page, 3);
  EXPECT_EQ(PrintedNumberIn("Trang 2/3").page, 2);
  EXPECT_EQ(PrintedNumberIn("Trang 2/3").count, 3);
  EXPECT_EQ(PrintedNumberIn("2").count, 0);
  EXPECT_EQ(PrintedNumberIn("2 tháng").page, 0);
  EXPECT_EQ(PrintedNumberIn("2 3").page, 0);
  EXPECT_EQ(PrintedNumberIn("2024").page, 0);
  EXPECT_EQ(PrintedNumberIn("3/2").page, 0);
  EXPECT_EQ(PrintedNumberIn("trang").page, 0);
  EXPECT_EQ(PrintedNumberIn("").page, 0);
}

}  // namespace
}  // namespace donthu
