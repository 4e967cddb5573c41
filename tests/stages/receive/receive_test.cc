#include "stages/receive/receive.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <vector>

namespace donthu {
namespace {

// A line of words every 40 pixels.
PageText Stamp(std::initializer_list<const char*> lines,
               double confidence = 0.9) {
  PageText page;
  Paragraph paragraph;
  int top_px = 0;
  for (const char* line : lines) {
    const BoxPx box = {0, top_px, 200, top_px + 30};
    paragraph.lines.push_back({box, {{line, box, confidence}}});
    top_px += 40;
  }
  page.blocks.push_back({{}, {paragraph}});
  return page;
}

std::string Read(const std::vector<PageText>& readings) {
  const auto read = Receive().Run(readings);
  if (!*read) return "no intake stamp";
  return (*read)->number.value_or("-") + " " + (*read)->date.value_or("-") +
         " " + (*read)->source.value_or("-");
}

std::string Read(std::initializer_list<const char*> lines) {
  return Read(std::vector<PageText>{Stamp(lines), Stamp(lines)});
}

TEST(ReceiveTest, ReadsNumberAndDay) {
  EXPECT_EQ(Read({"CÔNG VĂN ĐẾN", "Số: 1234", "Ngày: 02/7/2026"}),
            "1234 2026-07-02 stamp");
}

TEST(ReceiveTest, ReadsWhatStandsOnDots) {
  EXPECT_EQ(Read({"ĐẾN", "Số: ....0087.....", "Ngày: ..15-03-2025..",
                  "Chuyển: ........"}),
            "0087 2025-03-15 stamp");
}

TEST(ReceiveTest, ReadsDaysInWordsAndWithTwoDigitsOfTheYear) {
  EXPECT_EQ(Read({"ĐẾN", "Ngày 5 tháng 11 năm 2024"}), "- 2024-11-05 stamp");
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 5.11.24"}), "- 2024-11-05 stamp");
}

TEST(ReceiveTest, TellsAnIntakeStampByItsLabelsWhereItsWordIsWorn) {
  EXPECT_EQ(Read({"C0NG V N", "Sô: 77", "Ngay: 1/2/2026"}),
            "77 2026-02-01 stamp");
}

TEST(ReceiveTest, TellsAnIntakeStampWithoutANumber) {
  EXPECT_EQ(Read({"VĂN PHÒNG", "Giờ … Ngày 02/7/2026", "Kính chuyển"}),
            "- 2026-07-02 stamp");
  EXPECT_EQ(Read({"ĐẾN Giờ: 8", "Ngày: 02/7/2026"}), "- 2026-07-02 stamp");
}

TEST(ReceiveTest, TellsAnIntakeStampWhoseDayIsReadAsWords) {
  EXPECT_EQ(Read({"CÔNG THÔNG TIN", "ĐẾN, Ngay Đã Đi"}), "- - stamp");
  EXPECT_EQ(Read({"ĐẾN Ngày: hàn"}), "- - stamp");
}

TEST(ReceiveTest, LeavesATableOfDaysAlone) {
  EXPECT_EQ(Read({"từ ngày 1/2/2020", "đến ngày 3/4/2021"}), "no intake stamp");
  EXPECT_EQ(Read({"Giờ làm việc", "đến 17 giờ", "Ngày 3/4/2021"}),
            "no intake stamp");
}

TEST(ReceiveTest, ReadsSlashesThatLookLikeDigits) {
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 2071172023"}), "- 2023-11-20 stamp");
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 20/1172023"}), "- 2023-11-20 stamp");
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 2051152023"}), "- - stamp");
}

TEST(ReceiveTest, GuessesNoDayThatIsNone) {
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 31/02/2026"}), "- - stamp");
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 12/7/1826"}), "- - stamp");
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 12/7"}), "- - stamp");
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 29/02/2024"}), "- 2024-02-29 stamp");
}

TEST(ReceiveTest, TakesNoDayForANumber) {
  EXPECT_EQ(Read({"ĐẾN", "Số: 12/7/2026"}), "- 2026-07-12 stamp");
}

TEST(ReceiveTest, LeavesOutFiguresThatTheEngineIsNotSureOf) {
  PageText page = Stamp({"ĐẾN", "Số: 1234", "Ngày: 02/7/2026"});
  page.blocks[0].paragraphs[0].lines[1].words[0].confidence = 0.5;
  EXPECT_EQ(Read({page, page}), "- 2026-07-02 stamp");
}

TEST(ReceiveTest, TakesFiguresThatTwoReadingsAgreeOn) {
  const auto sure = Stamp({"ĐẾN", "Số: 1234"});
  const auto less_sure = Stamp({"ĐẾN", "Số: 1234"}, 0.78);
  EXPECT_EQ(Read({sure, less_sure}), "1234 - stamp");
  EXPECT_EQ(Read(std::vector<PageText>{sure}), "- - stamp");
  EXPECT_EQ(Read({sure, Stamp({"ĐẾN", "Số: 1234"}, 0.7)}), "- - stamp");
}

TEST(ReceiveTest, LeavesOutFiguresThatASureReadingGivesOtherwise) {
  const auto sure = Stamp({"ĐẾN", "Số: 1234"});
  EXPECT_EQ(Read({sure, sure, Stamp({"ĐẾN", "Số: 1284"})}), "- - stamp");
  EXPECT_EQ(Read({sure, sure, Stamp({"ĐẾN", "Số: 1284"}, 0.5)}),
            "1234 - stamp");
}

TEST(ReceiveTest, JoinsLabelsAndFiguresOfOneHeight) {
  PageText page = Stamp({"ĐẾN", "Số:", "Ngày:"});
  Paragraph figures;
  figures.lines.push_back({{}, {{"87", {300, 45, 340, 68}, 0.9}}});
  figures.lines.push_back({{}, {{"02/7/2026", {300, 86, 440, 110}, 0.9}}});
  page.blocks.push_back({{}, {figures}});
  EXPECT_EQ(Read({page, page}), "87 2026-07-02 stamp");
}

TEST(ReceiveTest, ReadsPastPrintBeneathTheStamp) {
  EXPECT_EQ(Read({"ĐẾN", "City Số: 2349 LE", "Ngày: 15/07/2024"}),
            "2349 2024-07-15 stamp");
}

TEST(ReceiveTest, TakesNoPartOfANumberThatIsHalfRead) {
  EXPECT_EQ(Read({"ĐẾN", "Số: 28€6", "Ngày: 15/07/2024"}),
            "- 2024-07-15 stamp");
  EXPECT_EQ(Read({"ĐẾN", "Sa: 2866", "Ngày:"}), "2866 - stamp");
}

TEST(ReceiveTest, TakesNoPartOfADayThatIsHalfRead) {
  EXPECT_EQ(Read({"ĐẾN", "Ngày: ¡5/07/2024"}), "- - stamp");
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 135/07/2024"}), "- - stamp");
  EXPECT_EQ(Read({"ĐẾN", "Ngày: ..5/07/2024"}), "- 2024-07-05 stamp");
  EXPECT_EQ(Read({"ĐẾN", "Ngày:15/07/2024"}), "- 2024-07-15 stamp");
}

TEST(ReceiveTest, TakesNoNumberOfAnotherOffice) {
  EXPECT_EQ(Read({"ĐẾN", "Ngày:", "Số: 412/"}), "- - stamp");
  EXPECT_EQ(Read({"ĐẾN", "Số: ¡234", "Ngày:"}), "- - stamp");
}

TEST(ReceiveTest, TakesNoNumberOfPrintBehindAnotherLabel) {
  EXPECT_EQ(Read({"ĐẾN", "Số:", "Chuyển: ..... Số: 412"}), "- - stamp");
}

TEST(ReceiveTest, LeavesOtherStampsAlone) {
  EXPECT_EQ(Read({"ĐÃ THU TIỀN", "Ngày: 02/7/2026"}), "no intake stamp");
  EXPECT_EQ(Read({"HỎA TỐC"}), "no intake stamp");
  EXPECT_EQ(Read({"từ tháng 2 đến tháng 5"}), "no intake stamp");
  EXPECT_EQ(Read({"Họ và tên", "Số CCCD: 001170000001", "Ngày sinh: 1/2/1970"}),
            "no intake stamp");
  EXPECT_EQ(Read({"Số thửa: 12", "Ngày cấp: 1/2/2022"}), "no intake stamp");
  EXPECT_EQ(Read({}), "no intake stamp");
}

TEST(ReceiveTest, SurvivesALineOfAnyLength) {
  const std::string line(100'000, '1');
  EXPECT_EQ(Read({"ĐẾN", line.c_str(), "Số: 5"}), "5 - stamp");
}

}  // namespace
}  // namespace donthu
