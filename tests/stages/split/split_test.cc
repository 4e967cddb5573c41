#include "stages/split/split.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

TEST(SplitTest, TakesAFileOfThreePagesAsOneLetter) {
  const std::vector<NumberedPage> pages = {{1, {}}, {2, {}}, {3, {}}};
  const auto runs = Split().Run(pages);
  ASSERT_TRUE(runs);
  EXPECT_EQ(*runs, (std::vector<PageRun>{{0, 3}}));
}

TEST(SplitTest, CountsPagesGivenAndNotTheirNumbersInTheFile) {
  const std::vector<NumberedPage> pages = {{4, {}}, {7, {}}};
  const auto runs = Split().Run(pages);
  ASSERT_TRUE(runs);
  EXPECT_EQ(*runs, (std::vector<PageRun>{{0, 2}}));
}

TEST(SplitTest, FindsNoLetterWhereThereIsNoPage) {
  const auto runs = Split().Run({});
  ASSERT_TRUE(runs);
  EXPECT_TRUE(runs->empty());
}

}  // namespace
}  // namespace donthu
