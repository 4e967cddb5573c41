#include "stages/receive/receive.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace donthu {
namespace {

PageText Stamp(std::initializer_list<const char*> lines) {
  PageText page;
  Paragraph paragraph;
  for (const char* line : lines) {
    paragraph.lines.push_back({{}, {{line, {}, 0.9}}});
  }
  page.blocks.push_back({{}, {paragraph}});
  return page;
}

std::string Read(std::initializer_list<const char*> lines) {
  const auto read = Receive().Run(Stamp(lines));
  if (!*read) return "no intake stamp";
  return (*read)->number.value_or("-") + " " + (*read)->date.value_or("-") +
         " " + (*read)->source.value_or("-");
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

TEST(ReceiveTest, ReadsSlashesThatLookLikeDigits) {
  EXPECT_EQ(Read({"ĐẾN", "Ngày: 2071172023"}), "- 2023-11-20 stamp");
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
  const auto read = Receive().Run(page);
  ASSERT_TRUE(*read);
  EXPECT_FALSE((*read)->number);
  EXPECT_EQ((*read)->date, "2026-07-02");
}

TEST(ReceiveTest, LeavesOtherStampsAlone) {
  EXPECT_EQ(Read({"ĐÃ THU TIỀN", "Ngày: 02/7/2026"}), "no intake stamp");
  EXPECT_EQ(Read({"HỎA TỐC"}), "no intake stamp");
  EXPECT_EQ(Read({}), "no intake stamp");
}

TEST(ReceiveTest, SurvivesALineOfAnyLength) {
  const std::string line(100'000, '1');
  EXPECT_EQ(Read({"ĐẾN", line.c_str(), "Số: 5"}), "5 - stamp");
}

}  // namespace
}  // namespace donthu
