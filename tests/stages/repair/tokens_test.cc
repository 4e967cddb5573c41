#include "stages/repair/tokens.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "models/vietnamese.h"
#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

// "|" a break, "#" a number, "^" a name, else the word; "(…)" in quotes.
std::string Shown(std::string_view text) {
  const auto letter = Normalize().FromPlainText(text);
  std::string shown;
  for (const Token& token : TokensOf(*letter)) {
    if (!shown.empty()) shown += ' ';
    if (token.quoted) shown += '(';
    if (token.kind == TokenKind::kBreak) shown += '|';
    if (token.kind == TokenKind::kNumber) shown += '#';
    if (token.kind == TokenKind::kName) shown += '^';
    if (token.kind == TokenKind::kWord) {
      for (const char32_t c : token.text) AppendUtf8(c, shown);
    }
    if (token.quoted) shown += ')';
  }
  return shown;
}

TEST(TokensTest, PartsWordsNumbersAndBreaks) {
  EXPECT_EQ(Shown("Điều 12, khoản 3: (để biết)."),
            "| điều # | khoản # | để biết |");
}

TEST(TokensTest, CapitalizedNeighboursAreNames) {
  EXPECT_EQ(Shown("Thành phố Hà Nội, ông Trần Văn Quyên."),
            "| thành phố ^ ^ | ông ^ ^ ^ |");
  EXPECT_EQ(Shown("Hà. Nội"), "| hà | nội |");
}

TEST(TokensTest, WordsInCapitalsAloneAreWords) {
  EXPECT_EQ(Shown("ĐƠN KHIẾU NẠI"), "| đơn khiếu nại |");
}

TEST(TokensTest, ParagraphsBreak) {
  EXPECT_EQ(Shown("thửa đất\nsố 5"), "| thửa đất | số # |");
}

TEST(TokensTest, WhatIsNoWordBreaks) {
  EXPECT_EQ(Shown("số 15/QĐ-UBND của a/b xã"), "| số # của | xã |");
}

TEST(TokensTest, TellsQuotations) {
  EXPECT_EQ(Shown("ghi “đất vườn” là sai"), "| ghi | (đất) (vườn) | là sai |");
  EXPECT_EQ(Shown("ghi \"đất\"\nlà sai"), "| ghi | (đất) | là sai |");
}

TEST(TokensTest, SpansCoverTheLettersAlone) {
  const auto letter = Normalize().FromPlainText("xã, (huyện)");
  const auto tokens = TokensOf(*letter);
  ASSERT_EQ(tokens.size(), 5U);
  EXPECT_EQ(tokens[1].span, (TextSpan{0, 2}));
  EXPECT_EQ(tokens[3].span, (TextSpan{5, 10}));
  EXPECT_EQ(tokens[3].word, 1);
}

}  // namespace
}  // namespace donthu
