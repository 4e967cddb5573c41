#include "tests/bench/quality_report.h"

#include <gtest/gtest.h>

namespace donthu::bench {
namespace {

TEST(QualityReportTest, TellsSetsApartAndAllTogether) {
  const auto sets = SetQualities({{"fax", 10, 100, 0.2, 2, 30},
                                  {"clean", 1, 100, 0.01, 1, 1},
                                  {"fax", 20, 100, 0.3, 1, 20}},
                                 "all");
  ASSERT_EQ(sets.size(), 3U);
  EXPECT_EQ(sets[0].set, "clean");
  EXPECT_EQ(sets[1].pages, 2);
  EXPECT_DOUBLE_EQ(sets[1].mean_rate, 0.15);
  EXPECT_DOUBLE_EQ(sets[1].mean_expected, 0.25);
  EXPECT_DOUBLE_EQ(sets[1].mean_first_rate, 0.25);
  EXPECT_EQ(sets[1].read_again, 1);
  EXPECT_EQ(sets[2].set, "all");
  EXPECT_DOUBLE_EQ(sets[2].correlation, 1.0);
}

TEST(QualityReportTest, MoreThanAllWrongIsAllWrong) {
  EXPECT_DOUBLE_EQ((JudgedPage{"", 300, 100, 0.0, 1, 300}).rate(), 1.0);
}

TEST(QualityReportTest, EveryPageIsInTheBinOfItsExpectation) {
  int pages = 0;
  for (const RateBin& bin : Calibration({{"", 1, 100, 0.0, 1, 1},
                                         {"", 3, 100, 0.02, 1, 3},
                                         {"", 5, 100, 0.03, 1, 5},
                                         {"", 90, 100, 1.0, 1, 90}})) {
    pages += bin.pages;
    if (bin.from != 0.02) continue;
    EXPECT_EQ(bin.pages, 2);
    EXPECT_DOUBLE_EQ(bin.mean_expected, 0.025);
    EXPECT_DOUBLE_EQ(bin.mean_rate, 0.04);
  }
  EXPECT_EQ(pages, 4);
}

}  // namespace
}  // namespace donthu::bench
