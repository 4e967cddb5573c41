#include "stages/extract/text_match.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

TEST(TextMatchTest, FoldsMarksCasesAndTonePlacementAway) {
  EXPECT_EQ(ShadowsOf("HÒA hoà Đơn Thuỷ").folded, "hoa hoa don thuy");
}

TEST(TextMatchTest, KeepsOneByteForEachCodePoint) {
  EXPECT_EQ(ShadowsOf("– “ấ” … ½\uFFFD").folded, "- \"a\" . ~~");
}

TEST(TextMatchTest, ShowsWhereCapitalsAndDigitsStand) {
  EXPECT_EQ(ShadowsOf("Đặng 12/QĐ").shape, "Aaaa 99/AA");
}

TEST(TextMatchTest, FindsGroupsInOffsetsOfTheText) {
  const Pattern pattern("so (\\d+)(x)?");
  const auto match = pattern.Find("quyet dinh so 12", {0, 16});
  ASSERT_TRUE(match);
  EXPECT_EQ(match->span, (TextSpan{11, 16}));
  EXPECT_EQ(match->groups[0], (TextSpan{14, 16}));
  EXPECT_FALSE(match->Has(1));
}

TEST(TextMatchTest, SeesTheEndsOfTheSpanAsTheTextsOwn) {
  const Pattern pattern("^b$");
  EXPECT_TRUE(pattern.Find("abc", {1, 2}));
  EXPECT_FALSE(pattern.Find("abc", {0, 3}));
}

TEST(TextMatchTest, FindsNothingInASpanThatIsNoPartOfTheText) {
  const Pattern pattern("b");
  EXPECT_FALSE(pattern.Find("abc", {2, 9}));
  EXPECT_FALSE(pattern.Find("abc", {-1, 3}));
  EXPECT_FALSE(pattern.Find("abc", {2, 1}));
}

TEST(TextMatchTest, GoesOnAfterAnEmptyMatch) {
  const Pattern pattern("x*");
  EXPECT_EQ(pattern.FindAll("axx", {0, 3}).size(), 3U);
}

}  // namespace
}  // namespace donthu
