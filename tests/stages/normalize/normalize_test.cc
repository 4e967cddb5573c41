#include "stages/normalize/normalize.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

std::string Normalized(std::string_view text) {
  const auto result = NormalizedText(text);
  if (result) return *result;
  return "error: " + std::string(ToString(result.error().code));
}

TEST(NormalizeTest, ComposesToneMarksTypedApart) {
  EXPECT_EQ(Normalized("to\u0302\u0301 ca\u0301o"), "tố cáo");
}

TEST(NormalizeTest, ComposesATonePutBeforeTheCircumflexOrHorn) {
  EXPECT_EQ(Normalized("to\u0301\u0302"), "tố");
  EXPECT_EQ(Normalized("\u1ecd\u0302 \u00fa\u031b"), "ộ ứ");
}

TEST(NormalizeTest, KeepsToneWhereTheWriterPutIt) {
  EXPECT_EQ(Normalized("hoà hòa thuỷ thủy"), "hoà hòa thuỷ thủy");
}

TEST(NormalizeTest, FoldsEveryKindOfSpaceToOne) {
  EXPECT_EQ(Normalized("\u00a0 a\u2003\t b\u3000c\r"), "a b c");
}

TEST(NormalizeTest, DropsZeroWidthSoftHyphenAndControlCharacters) {
  EXPECT_EQ(Normalized("kh\u00adi\u200b\u1ebfu\ufeff n\u0007\u1ea1i"),
            "khiếu nại");
}

TEST(NormalizeTest, JoinsAMarkPartedFromItsLetterByAnInvisibleCharacter) {
  EXPECT_EQ(Normalized("a\u200b\u0301"), "á");
}

TEST(NormalizeTest, TakesEthForTheVietnameseD) {
  EXPECT_EQ(Normalized("\u00d0\u01a0N \u00f0\u01a1n"), "ĐƠN đơn");
}

TEST(NormalizeTest, PutsCyrillicAndGreekLettersRightInLatinWords) {
  EXPECT_EQ(Normalized("U\u0412ND t\u1ed1 \u0441\u00e1\u03bf"), "UBND tố cáo");
}

TEST(NormalizeTest, ComposesAMarkOnAnExchangedLetter) {
  EXPECT_EQ(Normalized("c\u0430\u0301o"), "cáo");
}

TEST(NormalizeTest, LeavesAWordThatIsAllInAnotherScript) {
  EXPECT_EQ(Normalized("\u041c\u043e\u0441\u043a\u0432\u0430"),
            "\u041c\u043e\u0441\u043a\u0432\u0430");
}

TEST(NormalizeTest, PutsDigitsForWhatIsReadInTheirPlace) {
  EXPECT_EQ(Normalized("097ó 204 ó11, 12⁄5, 38§37, ¡999"),
            "0976 204 611, 12/5, 38837, 1999");
  EXPECT_EQ(Normalized("có 5 người, ó, óc, bó3, § 4, 5 ⁄ 6"),
            "có 5 người, ó, óc, bó3, § 4, 5 ⁄ 6");
}

TEST(NormalizeTest, NarrowsFullWidthForms) {
  EXPECT_EQ(Normalized("\uff2b\uff11\uff1a"), "K1:");
}

TEST(NormalizeTest, KeepsQuotationMarksAndDashes) {
  EXPECT_EQ(Normalized("“a” – ‘b’ — «c»"), "“a” – ‘b’ — «c»");
}

TEST(NormalizeTest, ReplacesWhatLiesBeyondTheBmp) {
  EXPECT_EQ(Normalized("a\U0001F600b"), "a\ufffdb");
}

TEST(NormalizeTest, ReplacesACharacterThatCompositionMovesBeyondTheBmp) {
  EXPECT_EQ(Normalized("\ufa6c"), "\ufffd");
}

TEST(NormalizeTest, RejectsBytesThatAreNotUtf8) {
  EXPECT_EQ(Normalized("\xff"), "error: text_invalid");
  EXPECT_EQ(Normalized("\xc0\xaf"), "error: text_invalid");
  EXPECT_EQ(Normalized("\xed\xa0\x80"), "error: text_invalid");
  EXPECT_EQ(Normalized("abc \xe1\xba"), "error: text_invalid");
}

// Every vowel of the alphabet by its letter, quality mark and tone.
TEST(NormalizeTest, GivesTheWholeAlphabetTheSameBytesComposedOrNot) {
  const std::vector<std::string> vowels = {
      "a", "a\u0306", "a\u0302", "e", "e\u0302", "i",
      "o", "o\u0302", "o\u031b", "u", "u\u031b", "y",
      "A", "A\u0306", "A\u0302", "E", "E\u0302", "I",
      "O", "O\u0302", "O\u031b", "U", "U\u031b", "Y"};
  const std::vector<std::string> tones = {"",       "\u0300", "\u0301",
                                          "\u0303", "\u0309", "\u0323"};
  const std::string_view composed =
      "aàáãảạăằắẵẳặâầấẫẩậeèéẽẻẹêềếễểệiìíĩỉịoòóõỏọôồốỗổộơờớỡởợuùúũủụưừứữửự"
      "yỳýỹỷỵAÀÁÃẢẠĂẰẮẴẲẶÂẦẤẪẨẬEÈÉẼẺẸÊỀẾỄỂỆIÌÍĨỈỊOÒÓÕỎỌÔỒỐỖỔỘƠỜỚỠỞỢUÙÚŨỦỤ"
      "ƯỪỨỮỬỰYỲÝỸỶỴđĐ";
  std::string decomposed;
  for (const std::string& vowel : vowels) {
    for (const std::string& tone : tones) decomposed += vowel + tone;
  }
  decomposed += "\u0111\u0110";
  EXPECT_EQ(Normalized(decomposed), composed);
  EXPECT_EQ(Normalized(composed), composed);
}

}  // namespace
}  // namespace donthu
