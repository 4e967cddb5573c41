#include <gtest/gtest.h>

#include "models/text_offsets.h"
#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

TextLine Line(int top, std::vector<std::string> words) {
  TextLine line;
  int left = 100;
  for (std::string& word : words) {
    const BoxPx box = {left, top, left + 80, top + 30};
    line.box = Union(line.box, box);
    line.words.push_back({std::move(word), box, 0.5});
    left += 100;
  }
  return line;
}

NumberedPage Page(int number, std::vector<TextLine> lines) {
  NumberedPage page{number, {1000, 1400, {}}};
  page.text.blocks.push_back({{}, {{{}, std::move(lines)}}});
  return page;
}

TEST(LetterOfTextTest, JoinsLinesParagraphsAndPages) {
  const auto letter = Normalize().Run(
      {Page(1, {Line(0, {"Tôi", "xin", "trình"}), Line(50, {"bày"}),
                Line(100, {"Nay", "tôi", "xin"})}),
       Page(2, {Line(0, {"hết."})})});
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->text, "Tôi xin trình bày\nNay tôi xin\n\nhết.");
}

TEST(LetterOfTextTest, KeepsPageBoxConfidenceAndRawOfAWord) {
  const auto letter =
      Normalize().Run({Page(3, {Line(0, {"\u00d0\u01a1n", "ca\u0301o"})})});
  ASSERT_TRUE(letter);
  const LetterWord& word = letter->words.at(1);
  EXPECT_EQ(word.raw, "ca\u0301o");
  EXPECT_EQ(word.page, 3);
  EXPECT_EQ(word.box, (BoxPx{200, 0, 280, 30}));
  EXPECT_EQ(word.confidence, 0.5);
  EXPECT_EQ(TextOffsets(letter->text).Cut(word.span), "cáo");
}

TEST(LetterOfTextTest, GivesABlankPageAnEmptySpan) {
  const auto letter = Normalize().Run(
      {Page(1, {Line(0, {"a"})}), {2, {}}, Page(3, {Line(0, {"b"})})});
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->text, "a\n\nb");
  ASSERT_EQ(letter->pages.size(), 3U);
  EXPECT_EQ(letter->pages[1].span, (TextSpan{1, 1}));
  EXPECT_EQ(letter->pages[2].span, (TextSpan{3, 4}));
}

TEST(LetterOfTextTest, DropsAWordThatWasOnlyInvisible) {
  const auto letter = Normalize().Run({Page(1, {Line(0, {"a", "\u200b"})})});
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->text, "a");
  EXPECT_EQ(letter->words.size(), 1U);
}

TEST(LetterOfTextTest, CountsReplacedCodePoints) {
  const auto letter =
      Normalize().Run({Page(1, {Line(0, {"a\U0001F600", "\U0001F601"})})});
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->replaced, 2);
}

TEST(LetterOfTextTest, NamesThePageWhoseWordIsNotUtf8) {
  const auto letter = Normalize().Run({Page(7, {Line(0, {"\xff"})})});
  ASSERT_FALSE(letter);
  EXPECT_EQ(letter.error().code, ErrorCode::kTextInvalid);
  EXPECT_EQ(letter.error().subject, "page 7");
}

TEST(LetterOfTextTest, MakesEveryPlainLineAParagraph) {
  const auto letter = Normalize().FromPlainText("ĐƠN\r\n\n Kính  gửi: a\n");
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->text, "ĐƠN\nKính gửi: a");
  ASSERT_EQ(letter->lines.size(), 2U);
  EXPECT_EQ(letter->lines[1].paragraph, 1);
  EXPECT_EQ(letter->words.back().page, 0);
  EXPECT_TRUE(letter->words.back().box.empty());
}

TEST(LetterOfTextTest, RefusesPlainTextThatIsNotUtf8) {
  EXPECT_FALSE(Normalize().FromPlainText("abc\n\xe1\xba\n"));
}

TEST(LetterOfTextTest, ALetterOfPlainTextIsReadInWhatItIsWrittenIn) {
  const auto letter =
      Normalize().FromPlainText("§¬n khiÕu n¹i\nT«i tªn lµ NguyÔn V¨n Thö");
  ASSERT_TRUE(letter);
  EXPECT_EQ(letter->text, "Đơn khiếu nại\nTôi tên là Nguyễn Văn Thử");
}

}  // namespace
}  // namespace donthu
