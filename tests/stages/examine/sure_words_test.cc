#include "stages/examine/sure_words.h"

#include <gtest/gtest.h>

#include "tests/stages/examine/page_of.h"

namespace donthu {
namespace {

std::string TextOf(const PageText& page) {
  std::string text;
  EachLine(page, [&](const TextLine& line) {
    for (const Word& word : line.words) text += word.text + " ";
    text += "/ ";
  });
  return text;
}

TEST(SureWordsTest, KeepsWhatIsReadSurelyAndSpelledRight) {
  EXPECT_EQ(TextOf(SureWords(PageOf({{"Họ và tên", 0.8}}))), "Họ và tên / ");
  EXPECT_EQ(TextOf(SureWords(PageOf({{"Họ và tên", 0.7}}))), "");
}

TEST(SureWordsTest, FiguresNeedMore) {
  PageText page = PageOf({{"Điện thoại liên hệ 0912", 0.95}});
  page.blocks[0].paragraphs[0].lines[0].words.back().confidence = 0.85;
  EXPECT_EQ(TextOf(SureWords(page)), "Điện thoại liên hệ / ");
}

TEST(SureWordsTest, OneRightWordInALineOfGuessesIsChance) {
  PageText page = PageOf({{"Thiir xqong vbdt An", 0.3}, {"Kính gửi", 0.9}});
  page.blocks[0].paragraphs[0].lines[0].words.back().confidence = 0.95;
  EXPECT_EQ(TextOf(SureWords(page)), "Kính gửi / ");
}

TEST(SureWordsTest, LeavesNoEmptyPartBehind) {
  EXPECT_TRUE(SureWords(PageOf({{"xqong", 0.2}})).blocks.empty());
  EXPECT_EQ(CountSureWords(PageOf({{"xqong", 0.2}, {"Kính gửi 12", 0.95}})), 2);
}

TEST(SureWordsTest, TellsWhatShareIsSure) {
  const PageText page = PageOf({{"đất đai", 0.9}, {"xqzt zzw", 0.4}});
  EXPECT_NEAR(SureShare(page), 6.0 / 13.0, 1e-9);
  EXPECT_EQ(SureShare({}), 0.0);
}

}  // namespace
}  // namespace donthu
