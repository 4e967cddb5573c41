#include "stages/examine/plain_text.h"

#include <gtest/gtest.h>

#include "stages/examine/syllable.h"
#include "tests/stages/examine/page_of.h"

namespace donthu {
namespace {

TEST(PlainTextTest, LeavesNoMarksAndNoCapitals) {
  EXPECT_EQ(Plain("PHIẾU CHUYỂN ĐƠN"), "phieu chuyen don");
  EXPECT_EQ(Plain("Giấy chứng nhận quyền sử dụng đất"),
            "giay chung nhan quyen su dung dat");
  EXPECT_EQ(Plain("ỦY BAN, ỨNG, Ữ, ỳ Ỹ, Ĩ ũ Ơ ơ Ư"),
            "uy ban, ung, u, y y, i u o o u");
  EXPECT_EQ(Plain("to\u0302\u0301 ca\u0301o"), "to cao");
}

TEST(PlainTextTest, TakesWhatItDoesNotKnowForASpace) {
  EXPECT_EQ(Plain("a\u2013b \xF0\x9F\x98\x80 c\xff"), "a b c");
  EXPECT_EQ(Plain(""), "");
}

TEST(PlainTextTest, FindsWholeWordsOnly) {
  EXPECT_TRUE(Says("v/v chuyen don cua ong a", "chuyen don"));
  EXPECT_FALSE(Says("van chuyen dong dat", "chuyen don"));
  EXPECT_TRUE(Says("don", "don"));
}

TEST(PlainTextTest, TellsPlaceAndCapitalsOfALine) {
  const auto lines = PlainLines(PageOf({{"ĐƠN KHIẾU NẠI"}, {"Kính gửi: Ông"}}));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].text, "don khieu nai");
  EXPECT_EQ(lines[0].words, 3);
  EXPECT_DOUBLE_EQ(lines[0].capitals, 1.0);
  EXPECT_LT(lines[1].capitals, 0.3);
  EXPECT_LT(lines[0].top, lines[1].top);
}

TEST(SyllableTest, KnowsTheSpellingOfVietnamese) {
  for (const char* word :
       {"nghiêng", "Quyết", "giữa", "gì", "khuỷu", "oan", "yêu", "Đơn,",
        "(thửa", "ƯỚC", "giếng", "quý", "nguyễn", "xoong"}) {
    EXPECT_TRUE(IsSyllable(word)) << word;
  }
  for (const char* word : {"", "123", "UBND", "street", "fax", "brk", "a1b",
                           "Thờơơ", "xyz", "zalo", "wifi"}) {
    EXPECT_FALSE(IsSyllable(word)) << word;
  }
}

}  // namespace
}  // namespace donthu
