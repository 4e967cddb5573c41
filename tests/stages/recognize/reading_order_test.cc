#include "stages/recognize/reading_order.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/stages/recognize/text_of.h"

namespace donthu {
namespace {

constexpr int kEm = 20;      // width of a letter
constexpr int kHeight = 40;  // of a word

// A run of words from `left`, each letter kEm wide, kEm / 2 apart.
void Append(TextLine& line, int left, int top, const std::string& words) {
  std::istringstream in(words);
  for (std::string text; in >> text;) {
    const int right = left + kEm * static_cast<int>(text.size());
    line.words.push_back({text, {left, top, right, top + kHeight}, 0.9});
    line.box = Union(line.box, line.words.back().box);
    left = right + kEm / 2;
  }
}

int WidthOf(const std::string& words) {
  int width = 0;
  for (const char c : words) width += c == ' ' ? kEm / 2 : kEm;
  return width;
}

struct Columns {
  std::string left;
  std::string right;
};

enum class Align { kLeft, kCentre };

// Rows that the engine read across: left about 500, right about 1600.
Block Across(int top, int pitch, Align right,
             const std::vector<Columns>& rows) {
  Block block;
  block.paragraphs.emplace_back();
  for (const Columns& row : rows) {
    TextLine line;
    Append(line, 500 - WidthOf(row.left) / 2, top, row.left);
    const int left =
        right == Align::kCentre ? 1600 - WidthOf(row.right) / 2 : 1300;
    Append(line, left, top, row.right);
    block.paragraphs.back().lines.push_back(line);
    block.box = Union(block.box, line.box);
    top += pitch;
  }
  block.paragraphs.back().box = block.box;
  return block;
}

std::string Ordered(std::vector<Block> blocks) {
  return TextOf(InReadingOrder({2480, 3508, std::move(blocks)}));
}

TEST(ReadingOrderTest, PartsALetterheadIntoLeftAndRight) {
  EXPECT_EQ(Ordered({Across(200, 60, Align::kCentre,
                            {{"UBND XA AN PHU", "CONG HOA XA HOI VIET NAM"},
                             {"THANH TRA", "Doc lap - Tu do"}})}),
            "UBND XA AN PHU\nTHANH TRA\n\n"
            "CONG HOA XA HOI VIET NAM\nDoc lap - Tu do\n");
}

TEST(ReadingOrderTest, LeavesNumberAndDateBelowTheLetterheadAsARow) {
  EXPECT_EQ(Ordered({Across(200, 60, Align::kCentre,
                            {{"UBND XA AN PHU", "CONG HOA XA HOI VIET NAM"},
                             {"THANH TRA", "Doc lap - Tu do"}}),
                     Across(360, 60, Align::kCentre,
                            {{"So: 12", "An Phu, ngay 3"}})}),
            "UBND XA AN PHU\nTHANH TRA\n\n"
            "CONG HOA XA HOI VIET NAM\nDoc lap - Tu do\n\n"
            "So: 12 An Phu, ngay 3\n");
}

TEST(ReadingOrderTest, PartsASignatureBlockWithRoomForTheSignature) {
  EXPECT_EQ(Ordered({Across(2600, 60, Align::kCentre,
                            {{"Noi nhan:", "KT. CHU TICH"},
                             {"- Nhu tren;", "PHO CHU TICH UBND"},
                             {"- Luu: VT.", ""}}),
                     Across(3000, 60, Align::kCentre, {{"", "Le Van B"}})}),
            "Noi nhan:\n- Nhu tren;\n- Luu: VT.\n\n"
            "KT. CHU TICH\nPHO CHU TICH UBND\nLe Van B\n");
}

TEST(ReadingOrderTest, PartsTwoSignaturesAtTheTopOfALastPage) {
  EXPECT_EQ(Ordered({Across(240, 60, Align::kCentre,
                            {{"NGUOI LAM DON", "NGUOI LAM DON"}}),
                     Across(560, 60, Align::kCentre,
                            {{"Nguyen Tan Canh", "Tran Loc"}})}),
            "NGUOI LAM DON\nNguyen Tan Canh\n\n"
            "NGUOI LAM DON\nTran Loc\n");
}

TEST(ReadingOrderTest, PartsSignaturesWhereTheRightOnesAreEquallyWide) {
  EXPECT_EQ(Ordered({Across(
                2600, 200, Align::kCentre,
                {{"DAI DIEN TO BA", "DAI DIEN"}, {"Le Tam", "Tran Loc"}})}),
            "DAI DIEN TO BA\nLe Tam\n\nDAI DIEN\nTran Loc\n");
}

TEST(ReadingOrderTest, PartsSignaturesInSpiteOfAScrapOfTheLeftOne) {
  EXPECT_EQ(Ordered({Across(240, 150, Align::kCentre,
                            {{"NGUOI LAM DON", "NGUOI LAM DON"},
                             {"mm", ""},
                             {"Nguyen Tan Canh", "Tran Loc"}})}),
            "NGUOI LAM DON\nmm\nNguyen Tan Canh\n\n"
            "NGUOI LAM DON\nTran Loc\n");
}

TEST(ReadingOrderTest, LeavesALineFarBelowASignatureBlockBelowIt) {
  EXPECT_EQ(Ordered({Across(2600, 60, Align::kCentre,
                            {{"NGUOI LAM DON", "NGUOI LAM DON"},
                             {"Nguyen Tan Canh", "Tran Loc"}}),
                     Across(2900, 60, Align::kCentre, {{"Ghi chu", ""}})}),
            "NGUOI LAM DON\nNguyen Tan Canh\n\n"
            "NGUOI LAM DON\nTran Loc\n\nGhi chu\n");
}

TEST(ReadingOrderTest, IgnoresRulesAndSpecksBetweenColumns) {
  EXPECT_EQ(Ordered({Across(200, 60, Align::kCentre,
                            {{"UBND XA AN PHU _", "CONG HOA XA HOI VIET NAM"},
                             {"THANH TRA", "Doc lap - Tu do"}})}),
            "UBND XA AN PHU _\nTHANH TRA\n\n"
            "CONG HOA XA HOI VIET NAM\nDoc lap - Tu do\n");
}

TEST(ReadingOrderTest, ReadsASumAcross) {
  Block block = Across(200, 60, Align::kCentre,
                       {{"mot trong hai phan", "cua Nam Bo, ve mat quoc"},
                        {"ba cong hai", "nam dong"}});
  TextLine& sum = block.paragraphs[0].lines[1];
  Append(sum, 630, 260, std::string(43, '='));
  std::swap(sum.words[3], sum.words.back());
  std::swap(sum.words[4], sum.words.back());
  EXPECT_EQ(Ordered({block}),
            "mot trong hai phan cua Nam Bo, ve mat quoc\nba cong hai " +
                std::string(43, '=') + " nam dong\n");
}

TEST(ReadingOrderTest, PartsColumnsInSpiteOfAScrapOfASeal) {
  Block block = Across(2600, 60, Align::kCentre,
                       {{"Noi nhan:", "KT. CHU TICH"},
                        {"- Nhu tren;", "PHO CHU TICH UBND"},
                        {"- Thanh tra;", "Le Van B"},
                        {"- Luu: VT.", ""}});
  Append(block.paragraphs[0].lines[3], 1400, 2780, "Ti");
  EXPECT_EQ(Ordered({block}),
            "Noi nhan:\n- Nhu tren;\n- Thanh tra;\n- Luu: VT.\n\n"
            "KT. CHU TICH\nPHO CHU TICH UBND\nLe Van B\nTi\n");
}

TEST(ReadingOrderTest, PartsSignaturesInSpiteOfAWideStrokeReadUnsurely) {
  Block block = Across(2600, 100, Align::kCentre,
                       {{"XAC NHAN CUA TRUONG THON", "NGUOI DAI DIEN"},
                        {"", ""},
                        {"Kieu Ngoc Thach", "Le Van Buu"}});
  Word stroke{"ni", {1500, 2700, 1900, 2750}, 0.3};
  block.paragraphs[0].lines[1] = {stroke.box, {stroke}};
  EXPECT_EQ(Ordered({block}),
            "XAC NHAN CUA TRUONG THON\nKieu Ngoc Thach\n\n"
            "NGUOI DAI DIEN\nni\nLe Van Buu\n");
}

TEST(ReadingOrderTest, ReadsAFormAcross) {
  EXPECT_EQ(Ordered({Across(1200, 60, Align::kLeft,
                            {{"Ho va ten:", "Nguyen Van A"},
                             {"Sinh ngay:", "01/02/1960"},
                             {"Dia chi:", "xa An Phu"}})}),
            "Ho va ten: Nguyen Van A\nSinh ngay: 01/02/1960\n"
            "Dia chi: xa An Phu\n");
}

TEST(ReadingOrderTest, KeepsBoxesOfTheColumnsApart) {
  const PageText page =
      InReadingOrder({2480,
                      3508,
                      {Across(200, 60, Align::kCentre,
                              {{"UBND XA AN PHU", "CONG HOA XA HOI VIET NAM"},
                               {"THANH TRA", "Doc lap - Tu do"}})}});
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_TRUE(Intersection(page.blocks[0].box, page.blocks[1].box).empty());
  EXPECT_EQ(page.blocks[0].box.left_px, 500 - WidthOf("UBND XA AN PHU") / 2);
}

TEST(ReadingOrderTest, LeavesASinglePlainColumnUntouched) {
  PageText page{2480, 3508, {}};
  for (int top = 300; top < 1500; top += 300) {
    page.blocks.push_back(Across(top, 60, Align::kLeft,
                                 {{"toi lam don nay", ""}, {"de nghi", ""}}));
  }
  EXPECT_EQ(InReadingOrder(page), page);
}

TEST(ReadingOrderTest, LeavesABlankPageBlank) {
  EXPECT_EQ(InReadingOrder({2480, 3508, {}}), (PageText{2480, 3508, {}}));
}

}  // namespace
}  // namespace donthu
