#include "stages/recognize/scraps.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stages/recognize/text_of.h"

namespace donthu {
namespace {

PageText PageOf(const std::vector<std::string>& words) {
  TextLine line;
  for (const std::string& text : words) line.words.push_back({text, {}, 0.9});
  return {100, 100, {{{}, {{{}, {line}}}}}};
}

std::string Left(const std::vector<std::string>& words) {
  return TextOf(WithoutScraps(PageOf(words)));
}

TEST(ScrapsTest, DropsTheRulesOfATable) {
  EXPECT_EQ(Left({"1", "|", "|Lan", "=-=.", "xa|", "_"}), "1 Lan xa\n");
}

TEST(ScrapsTest, KeepsMarksThatLettersHave) {
  EXPECT_EQ(Left({"-", "\u2013", "...", "***", "/", ":"}),
            "- \u2013 ... *** / :\n");
}

TEST(ScrapsTest, KeepsWordsWithVietnameseLettersAndMarksWithin) {
  EXPECT_EQ(Left({"\u1ee6=", "a|b", "x=5"}), "\u1ee6= a|b x=5\n");
}

TEST(ScrapsTest, LeavesNoBlockWithoutWords) {
  EXPECT_TRUE(WithoutScraps(PageOf({"|", "="})).blocks.empty());
}

}  // namespace
}  // namespace donthu
