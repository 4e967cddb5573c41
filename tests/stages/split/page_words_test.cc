#include "stages/split/page_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/stages/split/made_pages.h"

namespace donthu {
namespace {

using ::testing::ElementsAre;

std::vector<PageLine> Lines(const std::vector<std::string>& lines) {
  return LinesOf(MadeTextPage(1, lines).text);
}
PageWords Words(const std::vector<std::string>& lines) {
  return WordsOf(Lines(lines));
}
int Item(const std::string& line) { return ItemNumberOf(Lines({line})[0]); }
bool Name(const std::string& line) { return IsName(Lines({line})[0]); }

TEST(PageWordsTest, CountsHowOftenTheWriterSpeaksOfHimself) {
  EXPECT_EQ(Words({"Tôi đề nghị", "trả đất cho tôi."}).self, 2);
  EXPECT_EQ(Words({"Tui đề nghị"}).self, 1);
  EXPECT_EQ(Words({"tội phạm tới nhà tối qua"}).self, 0);
}

TEST(PageWordsTest, TellsPapersByTheirFiguresAndFormulas) {
  const PageWords words = Words({"Điều 1. Thu hồi 120 m2 đất", "vườn của hộ"});
  EXPECT_EQ(words.figures, 0.3);
  EXPECT_EQ(words.office, 0.5);
}

TEST(PageWordsTest, TakesCapitalizedPairsForNames) {
  const PageWords words =
      Words({"Tôi là Lê Văn Thử, ngụ tại Ba Tri", "kính gửi ông Lê Văn"});
  EXPECT_THAT(words.names, ElementsAre("ba tri", "le van", "van thu"));
  EXPECT_TRUE(Words({"Lê Văn, Ba Tri"}).names.size() == 2);
}

TEST(PageWordsTest, SeesHowAPersonPresentsHimself) {
  EXPECT_TRUE(Words({"sinh năm 1970, trú tại xã Mẫu"}).presents);
  EXPECT_FALSE(Words({"Đề nghị xem xét"}).presents);
}

TEST(ItemNumberTest, StandsBeforeAPointOrAnArticle) {
  EXPECT_EQ(Item("3. Về đơn giá"), 3);
  EXPECT_EQ(Item("Điều 4. Thi hành"), 4);
  EXPECT_EQ(Item("Điều 4: Thi hành"), 4);
  EXPECT_EQ(Item("3 sào ruộng"), 0);
  EXPECT_EQ(Item("3.200 đồng"), 0);
  EXPECT_EQ(Item("2024. Nay tôi"), 0);
}

TEST(IsNameTest, IsALineOfCapitalizedWordsAlone) {
  EXPECT_TRUE(Name("Nguyễn Văn An"));
  EXPECT_FALSE(Name("Nguyễn"));
  EXPECT_FALSE(Name("Nguyễn Văn An."));
  EXPECT_FALSE(Name("Ông Nguyễn Văn An trú tại"));
  EXPECT_FALSE(Name("CHỦ TỊCH"));
}

}  // namespace
}  // namespace donthu
