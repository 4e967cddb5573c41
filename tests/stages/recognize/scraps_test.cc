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

TEST(ScrapsTest, KeepsEqualsSignsThatTheEngineIsSureOf) {
  PageText page = PageOf({"3", "=", "="});
  page.blocks[0].paragraphs[0].lines[0].words[2].confidence = 0.6;
  EXPECT_EQ(TextOf(WithoutScraps(page)), "3 =\n");
}

TEST(ScrapsTest, DropsARuleThatWasReadAsALetter) {
  PageText page = PageOf({"Long", "F", "-"});
  auto& words = page.blocks[0].paragraphs[0].lines[0].words;
  words[0].box = {0, 0, 90, 30};
  words[1].box = {200, 27, 211, 28};
  words[2].box = {220, 14, 230, 16};
  EXPECT_EQ(TextOf(WithoutScraps(page)), "Long -\n");
  words[1].box = {200, 20, 211, 28};
  EXPECT_EQ(TextOf(WithoutScraps(page)), "Long F -\n");
}

TEST(ScrapsTest, LeavesNoBlockWithoutWords) {
  EXPECT_TRUE(WithoutScraps(PageOf({"|", "_"})).blocks.empty());
}

}  // namespace
}  // namespace donthu
