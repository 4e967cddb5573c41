#include "stages/classify/tokens.h"

#include <gtest/gtest.h>

#include "models/vietnamese.h"

namespace donthu {
namespace {

std::string Joined(std::string_view text) {
  const std::u32string points = CodePointsOf(text);
  std::string out;
  for (const Token& token :
       TokensOf(points, {0, static_cast<int>(points.size())})) {
    if (!out.empty()) out += ' ';
    out += token.text;
  }
  return out;
}

TEST(TokensTest, NamesOfPeopleAreOneClass) {
  EXPECT_EQ(Joined("Tôi tên Huỳnh Văn Sáu, ngụ ấp Ba Thưa"),
            "tôi tên <name> ngụ ấp <name>");
}

TEST(TokensTest, AGivenNameAfterOngIsAName) {
  EXPECT_EQ(Joined("bị ông Thuật đánh"), "bị ông <name> đánh");
}

TEST(TokensTest, OfficesAreNoNames) {
  EXPECT_EQ(Joined("gửi Ủy ban nhân dân và Chủ tịch"),
            "gửi ủy ban nhân dân và chủ tịch");
}

TEST(TokensTest, NamesTypedWithoutCapitalsAreFoundToo) {
  EXPECT_EQ(Joined("toi ten la nguyen van an o xa nay"),
            "toi ten la <name> o xa nay");
}

TEST(TokensTest, NumbersBecomeTheirKind) {
  EXPECT_EQ(Joined("số 2716/QĐ-UBND ngày 04/5/2023 phạt 85.000 đồng, 312 m2"),
            "số <decision> ngày <date> phạt <money> đồng <measure> <code>");
  EXPECT_EQ(Joined("năm 2019 thẻ 087058003417"), "năm <year> thẻ <id>");
}

TEST(TokensTest, WordsInQuotationMarksAreMarked) {
  const std::u32string text = U"nói \"tôi tố cáo\" rồi về";
  const auto tokens = TokensOf(text, {0, static_cast<int>(text.size())});
  ASSERT_EQ(tokens.size(), 6U);
  EXPECT_FALSE(tokens[0].quoted);
  EXPECT_TRUE(tokens[1].quoted);
  EXPECT_TRUE(tokens[3].quoted);
  EXPECT_FALSE(tokens[4].quoted);
}

TEST(VietnameseTest, MarksComeOff) {
  EXPECT_EQ(BareText("Ủy ban Đặng Ngữ ĐƯỜNG"), "uy ban dang ngu duong");
}

TEST(VietnameseTest, LowerCaseCoversTheWholeAlphabet) {
  EXPECT_EQ(LowerText(U"ĂÂĐÊÔƠƯ ẤỀỖỢỰỴ"), "ăâđêôơư ấềỗợựỵ");
}

TEST(VietnameseTest, BadBytesBecomeReplacements) {
  EXPECT_EQ(CodePointsOf("a\xff"
                         "b\xe1\xba"),
            U"a\uFFFDb\uFFFD\uFFFD");
}

}  // namespace
}  // namespace donthu
