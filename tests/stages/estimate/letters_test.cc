#include "stages/estimate/letters.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

// The base letters; behind each its tone as a figure where it has one, and ^
// where it is a capital.
std::u32string Parted(std::string_view utf8) {
  std::u32string text;
  for (const VietnameseLetter& letter : LettersOf(utf8)) {
    text.push_back(letter.base);
    if (letter.tone != Tone::kLevel) {
      text.push_back(U'0' + static_cast<char32_t>(letter.tone));
    }
    if (letter.capital) text.push_back(U'^');
  }
  return text;
}

TEST(LettersTest, PartsLetterToneAndCase) {
  EXPECT_EQ(Parted("Tiếng"), U"t^iê2ng");
  EXPECT_EQ(Parted("ĐƯỢC"), U"đ^ư^ơ5^c^");
  EXPECT_EQ(Parted("àáảãạ"), U"a1a2a3a4a5");
}

TEST(LettersTest, TakesComposedAndDecomposedTextAlike) {
  EXPECT_EQ(LettersOf("ti\u1EBFng"), LettersOf("tie\u0302\u0301ng"));
  EXPECT_EQ(LettersOf("\u0111\u01B0\u1EE3c"),
            LettersOf("\u0111u\u031Bo\u031B\u0323c"));
  EXPECT_EQ(LettersOf("\u0103"), LettersOf("a\u0306"));
}

TEST(LettersTest, EthIsReadAsTheLetterThatLooksTheSame) {
  EXPECT_EQ(Parted("\u00D0"), U"đ^");
}

TEST(LettersTest, BytesThatAreNoUtf8AreOneLetterEach) {
  EXPECT_EQ(Parted("a\xff\xe1z"), U"a\uFFFD\uFFFDz");
  EXPECT_EQ(Parted("\xe1\xba"), U"\uFFFD\uFFFD");
}

TEST(LettersTest, KnowsLettersAndFigures) {
  for (const VietnameseLetter& letter : LettersOf("aĂđƠz")) {
    EXPECT_TRUE(IsLetter(letter));
  }
  for (const VietnameseLetter& letter : LettersOf("1.é²ñ")) {
    EXPECT_EQ(IsLetter(letter), letter.base == U'e');
  }
  EXPECT_TRUE(IsFigure(LettersOf("7").front()));
}

}  // namespace
}  // namespace donthu
