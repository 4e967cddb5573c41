#include "stages/extract/cells.h"

#include <gtest/gtest.h>

#include "stages/extract/letter_view.h"
#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

// A word of a row: where it begins, 20 px a letter, 30 px high.
struct Word {
  int left = 0;
  std::string text;
};

TextLine Row(int top, const std::vector<Word>& words) {
  TextLine line;
  for (const Word& word : words) {
    const int letters = static_cast<int>(word.text.size());
    const BoxPx box = {word.left, top, word.left + 20 * letters, top + 30};
    line.words.push_back({word.text, box, 0.99});
    line.box = Union(line.box, box);
  }
  return line;
}

Letter LetterOf(const std::vector<std::vector<TextLine>>& paragraphs) {
  NumberedPage page{1, {2000, 3000, {{}}}};
  page.text.blocks[0].paragraphs.clear();
  for (const auto& lines : paragraphs) {
    page.text.blocks[0].paragraphs.push_back({});
    page.text.blocks[0].paragraphs.back().lines = lines;
  }
  return Normalize().Run({page}).value();
}

std::string LinesOf(const Letter& letter) {
  const LetterView view(letter);
  std::string lines;
  for (const TextSpan line : view.lines()) {
    lines += std::string(view.Folded(line)) + "\n";
  }
  return lines;
}

TEST(CellsTest, WordsThatStandWideApartAreCellsAndTheirLinesRows) {
  EXPECT_EQ(LinesOf(LetterOf({{Row(0, {{100, "1"},
                                       {200, "Ly"},
                                       {250, "Van"},
                                       {320, "Phu"},
                                       {500, "Na"},
                                       {700, "1960"}}),
                               Row(40, {{100, "2"},
                                        {200, "Le"},
                                        {250, "Thi"},
                                        {500, "Na"},
                                        {700, "1971"}})}})),
            "1|ly van phu|na|1960\n2|le thi|na|1971\n");
}

TEST(CellsTest, ALabelAndItsValueAreOneAndSoIsASpreadLine) {
  EXPECT_EQ(
      LinesOf(LetterOf({{Row(0, {{100, "Ten:"}, {300, "Le"}, {350, "A"}})},
                        {Row(40, {{100, "toi"},
                                  {200, "la"},
                                  {280, "le"},
                                  {360, "van"},
                                  {462, "tam"}})},
                        {Row(80, {{100, "Le"}, {150, "A,"}, {260, "o"}})}})),
      "ten: le a\ntoi la le van tam le a, o\n");
}

TEST(CellsTest, OneSpreadLineOfAParagraphIsJustifiedText) {
  const auto plain = [](int top) {
    return Row(top,
               {{100, "nhung"}, {210, "nguoi"}, {320, "khac"}, {410, "nua"}});
  };
  const TextLine spread = Row(40, {{100, "an"}, {150, "ve"}, {410, "may"}});
  EXPECT_EQ(LinesOf(LetterOf({{plain(0), spread, plain(80)}})),
            "nhung nguoi khac nua an ve may nhung nguoi khac nua\n");
  EXPECT_EQ(LinesOf(LetterOf({{spread}})), "an ve|may\n");
}

TEST(CellsTest, PlainTextHasNone) {
  const Letter letter = Normalize().FromPlainText("Lê Văn A    1960").value();
  EXPECT_TRUE(CellsOf(letter).ends.empty());
}

TEST(CellsTest, SignersOfATableWithoutRulesHaveTheirOwnData) {
  const auto words = [](const std::vector<Word>& row, int top) {
    return std::vector<TextLine>{Row(top, row)};
  };
  const Letter letter = LetterOf({
      words({{100, "Danh"}, {190, "sách:"}}, 0),
      words({{100, "TT"}, {200, "Họ"}, {280, "tên"}, {600, "Xóm"}, {900, "Ký"}},
            40),
      words({{200, "Lý"},
             {280, "Văn"},
             {370, "Phủ"},
             {600, "Na"},
             {660, "Bó"},
             {900, "đã"},
             {990, "ký"}},
            80),
      words({{100, "2"},
             {200, "Lê"},
             {280, "Thị"},
             {370, "Na"},
             {600, "Tà"},
             {660, "Lơi"},
             {900, "đã"},
             {990, "ký"}},
            120),
  });
  const Fields fields = Extract().Run(letter).value();
  ASSERT_EQ(NamesOf(fields.senders), "Lý Văn Phủ | Lê Thị Na");
  EXPECT_EQ(Value(fields.senders[0].address), "Na Bó");
  EXPECT_EQ(Value(fields.senders[1].address), "Tà Lơi");
}

TEST(CellsTest, LinesOfATableBetweenRulesEndWhereTheNextStandsBeside) {
  NumberedPage page{1, {2000, 3000, {{}}}};
  Block& table = page.text.blocks[0];
  table.is_table = true;
  table.paragraphs.push_back({});
  table.paragraphs.back().lines = {
      Row(0, {{100, "1"}}), Row(0, {{160, "Ly"}, {210, "Van"}}),
      Row(40, {{160, "Ba"}}), Row(0, {{300, "thon"}, {400, "6"}})};
  EXPECT_EQ(LinesOf(Normalize().Run({page}).value()), "1|ly van ba|thon 6\n");
}

}  // namespace
}  // namespace donthu
