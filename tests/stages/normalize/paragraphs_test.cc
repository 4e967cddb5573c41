#include "stages/normalize/paragraphs.h"

#include <gtest/gtest.h>

namespace donthu {
namespace {

constexpr int kLine = 50;  // from one top to the next
constexpr int kHigh = 30;

// One line at row `row` from `left` to `right`; its first word is 60 wide.
CleanLine Line(int row, int left, int right, std::vector<std::string> words) {
  CleanLine line;
  line.box = {left, row * kLine, right, row * kLine + kHigh};
  line.first_word = {left, row * kLine, left + 60, row * kLine + kHigh};
  line.words = std::move(words);
  return line;
}

TEST(ParagraphsTest, JoinsFullLinesAndTheShortLastOne) {
  EXPECT_EQ(ParagraphStarts({Line(0, 160, 1000, {"Tôi", "xin"}),
                             Line(1, 100, 1000, {"trình", "bày"}),
                             Line(2, 100, 400, {"như", "sau."})}),
            (std::vector<bool>{true, false, false}));
}

TEST(ParagraphsTest, ARowOfATableIsOne) {
  CleanLine name = Line(0, 200, 300, {"Lan"});
  CleanLine rest = Line(1, 200, 260, {"Mai"});
  CleanLine beside = Line(0, 400, 600, {"1."});
  CleanLine next = Line(2, 200, 300, {"Hoa"});
  next.engine_paragraph = 1;
  std::vector<CleanLine> lines = {name, rest, beside, next};
  for (CleanLine& line : lines) line.in_table = true;
  lines.push_back(Line(3, 100, 1000, {"và", "những"}));
  lines.back().engine_paragraph = 2;
  EXPECT_EQ(ParagraphStarts(lines),
            (std::vector<bool>{true, false, false, true, true}));
}

TEST(ParagraphsTest, JoinsALastWordLeftOfTheIndent) {
  EXPECT_EQ(ParagraphStarts({Line(0, 200, 1000, {"Tôi", "xin"}),
                             Line(1, 100, 160, {"luật."})}),
            (std::vector<bool>{true, false}));
}

TEST(ParagraphsTest, JoinsAnIndentedLineThatGoesOnInLowerCase) {
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 1000, {"Một", "là,"}),
                             Line(1, 150, 600, {"bản", "nào."}),
                             Line(2, 100, 1000, {"Hai", "là,"})}),
            (std::vector<bool>{true, false, true}));
}

TEST(ParagraphsTest, EndsAParagraphWhereTheNextWordWouldHaveFitted) {
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 1000, {"Tôi", "xin"}),
                             Line(1, 100, 700, {"cảm", "ơn."}),
                             Line(2, 100, 1000, {"Nay", "tôi"})}),
            (std::vector<bool>{true, false, true}));
}

TEST(ParagraphsTest, BeginsAParagraphAtAFirstLineIndent) {
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 1000, {"Tôi", "xin"}),
                             Line(1, 160, 1000, {"Nay", "tôi"}),
                             Line(2, 100, 1000, {"xin", "hủy"})}),
            (std::vector<bool>{true, true, false}));
}

TEST(ParagraphsTest, KeepsAHangingItemTogether) {
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 1000, {"1.", "Hủy"}),
                             Line(1, 150, 1000, {"quyết", "định"}),
                             Line(2, 100, 1000, {"2.", "Trả"})}),
            (std::vector<bool>{true, false, true}));
}

TEST(ParagraphsTest, EndsAnItemBeforeAFirstLineIndent) {
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 1000, {"4.", "Lắp", "loa."}),
                             Line(1, 180, 1000, {"Về", "phần"}),
                             Line(2, 100, 1000, {"mình,", "các"})}),
            (std::vector<bool>{true, true, false}));
}

TEST(ParagraphsTest, GivesLabelledAndCapitalLinesTheirOwnParagraph) {
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 1000, {"ĐƠN", "TỐ", "CÁO"}),
                             Line(1, 100, 1000, {"Tôi", "là"}),
                             Line(2, 100, 1000, {"Địa", "chỉ:", "xã"})}),
            (std::vector<bool>{true, true, true}));
}

TEST(ParagraphsTest, PartsLinesFarApartOrSideBySide) {
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 1000, {"Tôi", "xin"}),
                             Line(3, 100, 1000, {"trình", "bày"})}),
            (std::vector<bool>{true, true}));
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 500, {"Nơi", "nhận"}),
                             Line(0, 600, 1000, {"Người", "viết"})}),
            (std::vector<bool>{true, true}));
}

TEST(ParagraphsTest, RunsOnOverBlocksOnlyInLowerCase) {
  auto next = Line(1, 100, 1000, {"trình", "bày"});
  next.block = 1;
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 1000, {"Tôi", "xin"}), next}),
            (std::vector<bool>{true, false}));
  next.words = {"Trình", "bày"};
  EXPECT_EQ(ParagraphStarts({Line(0, 100, 1000, {"Tôi", "xin"}), next}),
            (std::vector<bool>{true, true}));
}

TEST(ParagraphsTest, RunsOnOverBlocksWhereAFullLineIsUnfinished) {
  const auto full = Line(0, 150, 1000, {"Tôi", "ở", "xóm", "Nam", "thôn"});
  auto next = Line(1, 100, 1000, {"Tràng", "An"});
  next.block = 1;
  EXPECT_EQ(ParagraphStarts({full, next, Line(2, 100, 900, {"xã", "A."})}),
            (std::vector<bool>{true, false, false}));
}

TEST(ParagraphsTest, LeavesADayOfWritingAlone) {
  EXPECT_EQ(
      ParagraphStarts({Line(0, 100, 1000, {"Xin", "cảm", "ơn."}),
                       Line(1, 500, 1000,
                            {"Huế,", "ngày", "1", "tháng", "2", "năm", "2023"}),
                       Line(2, 500, 900, {"Tôn", "Nữ"})}),
      (std::vector<bool>{true, true, true}));
}

TEST(ParagraphsTest, JoinsNothingAcrossThePage) {
  EXPECT_EQ(ParagraphStarts({Line(0, 700, 1000, {"Huế,", "mùa", "lũ"}),
                             Line(1, 100, 1000, {"Thưa", "Ông"}),
                             Line(2, 100, 1000, {"tôi", "viết"})}),
            (std::vector<bool>{true, true, false}));
}

TEST(ParagraphsTest, TakesNoShortWordForAnotherTypeface) {
  auto last = Line(1, 100, 160, {"áo."});
  last.box.top_px += 14;
  EXPECT_EQ(ParagraphStarts({Line(0, 160, 1000, {"Bảng", "tên", "úp"}), last}),
            (std::vector<bool>{true, false}));
}

TEST(ParagraphsTest, TrustsTheEngineWhereThereAreNoBoxes) {
  CleanLine first;
  first.words = {"a"};
  CleanLine second = first;
  CleanLine third = first;
  third.engine_paragraph = 1;
  EXPECT_EQ(ParagraphStarts({first, second, third}),
            (std::vector<bool>{true, false, true}));
}

TEST(ParagraphsTest, RunOverTheEndOfAPage) {
  const std::vector<CleanLine> page = {
      Line(0, 160, 1000, {"Tôi", "đã", "nộp", "đơn", "tại"}),
      Line(1, 100, 1000, {"Ủy", "ban", "nhân", "dân", "xã"})};
  const std::vector<CleanLine> next = {Line(0, 100, 1000, {"Hòa", "Bình"}),
                                       Line(1, 100, 400, {"hôm", "đó."})};
  EXPECT_TRUE(RunsOnOverPage(page, next, 1.0));
  // The same page at half the resolution, moved by 20.
  std::vector<CleanLine> smaller = next;
  for (CleanLine& line : smaller) {
    for (BoxPx* box : {&line.box, &line.first_word}) {
      *box = {box->left_px / 2 + 20, box->top_px / 2, box->right_px / 2 + 20,
              box->bottom_px / 2};
    }
  }
  EXPECT_TRUE(RunsOnOverPage(page, smaller, 2.0));
}

TEST(ParagraphsTest, EndWithTheirPageWhereTheyEndOrTheNextBegins) {
  const std::vector<CleanLine> open = {
      Line(0, 160, 1000, {"Tôi", "đã", "nộp", "đơn", "tại"}),
      Line(1, 100, 1000, {"Ủy", "ban", "nhân", "dân", "xã"})};
  std::vector<CleanLine> ended = open;
  ended[1].words.back() = "xã.";
  std::vector<CleanLine> brief = open;
  brief[1].box.right_px = 500;
  const CleanLine rest = Line(1, 100, 1000, {"hôm", "đó"});
  const CleanLine plain = Line(0, 100, 1000, {"Hòa", "Bình"});
  EXPECT_TRUE(RunsOnOverPage(open, {plain, rest}, 1.0));
  EXPECT_FALSE(RunsOnOverPage(ended, {plain, rest}, 1.0));
  EXPECT_FALSE(RunsOnOverPage(brief, {plain, rest}, 1.0));
  EXPECT_FALSE(
      RunsOnOverPage(open, {Line(0, 160, 1000, {"Hòa", "Bình"}), rest}, 1.0));
  EXPECT_FALSE(
      RunsOnOverPage(open, {Line(0, 100, 1000, {"2.", "Hủy"}), rest}, 1.0));
  EXPECT_FALSE(
      RunsOnOverPage(open, {Line(0, 100, 1000, {"NƠI", "NHẬN"}), rest}, 1.0));
  EXPECT_FALSE(RunsOnOverPage(open, {}, 1.0));
}

}  // namespace
}  // namespace donthu
