#include <gtest/gtest.h>

#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

constexpr std::string_view kHead =
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";

Fields WithHead(const std::string& rest) {
  return Extracted(std::string(kHead) + rest);
}

TEST(HeadingTest, TakesTheTitleWithoutItsSubject) {
  EXPECT_EQ(Value(WithHead("ĐƠN TỐ CÁO (V/v thu tiền)\nKính gửi: A B").title),
            "ĐƠN TỐ CÁO");
  EXPECT_EQ(Value(WithHead("Đơn xin xem xét lại\nKính gửi: UBND xã A").title),
            "Đơn xin xem xét lại");
}

TEST(HeadingTest, JoinsATitleOfTwoLines) {
  EXPECT_EQ(Value(WithHead("ĐƠN KHIẾU NẠI\nLẦN HAI\nKính gửi: A").title),
            "ĐƠN KHIẾU NẠI LẦN HAI");
}

TEST(HeadingTest, ForgivesAWrongLetterInTheTitle) {
  EXPECT_EQ(Value(WithHead("ĐƠN KHIÉU NẠl\nKính gửi: UBND xã A").title),
            "ĐƠN KHIÉU NẠl");
}

TEST(HeadingTest, TakesNoAttachmentForATitle) {
  const Fields fields = WithHead(
      "Kính gửi: UBND xã A\nTôi là Lê Văn Tám.\nKèm theo:\n"
      "- Đơn xin cấp đất của tôi năm 2010.");
  EXPECT_EQ(Value(fields.title), "(absent)");
}

TEST(HeadingTest, ReadsThePlaceAndDayOfTheDateLine) {
  const Fields fields =
      WithHead("Cà Mau, ngày 5 tháng 6 năm 2023\nĐƠN TỐ CÁO\nKính gửi: A");
  EXPECT_EQ(Value(fields.letter_date), "2023-06-05");
  EXPECT_EQ(Value(fields.letter_place), "Cà Mau");
}

TEST(HeadingTest, LeavesABlankDayOut) {
  EXPECT_EQ(Value(WithHead("Huế, ngày ..... tháng 9 năm 2023").letter_date),
            "2023-09");
  EXPECT_EQ(Value(WithHead("Huế, ngày … tháng … năm 2023").letter_date),
            "2023");
}

TEST(HeadingTest, TakesNoDateOfTheStory) {
  const Fields fields = WithHead(
      "ĐƠN TỐ CÁO\nKính gửi: UBND xã A\n"
      "Ngày 5 tháng 6 năm 2023, xã đến nhà tôi lập biên bản.");
  EXPECT_EQ(Value(fields.letter_date), "(absent)");
}

TEST(HeadingTest, RefusesADayThatNoCalendarHas) {
  EXPECT_EQ(Value(WithHead("Huế, ngày 31 tháng 2 năm 2023").letter_date),
            "(absent)");
}

std::string Names(const Fields& fields) {
  std::string names;
  for (const Recipient& one : fields.recipients) {
    names += one.kind == RecipientKind::kCc ? "[cc] " : "";
    names += one.name.value + ";";
  }
  return names;
}

TEST(HeadingTest, ReadsAddresseesInLineAndAsAList) {
  EXPECT_EQ(Names(WithHead("Kính gửi: Chủ tịch UBND xã A, tỉnh B.\nTôi là")),
            "Chủ tịch UBND xã A, tỉnh B;");
  EXPECT_EQ(Names(WithHead("Kính gởi:\n- UBND xã A;\n- Thanh tra tỉnh B.\n")),
            "UBND xã A;Thanh tra tỉnh B;");
}

TEST(HeadingTest, ReadsAListWhoseMarkHasASpeckBeforeIt) {
  EXPECT_EQ(Names(WithHead("Kính gửi:\n~— UBND xã A;\n— Thanh tra tỉnh B.\n")),
            "UBND xã A;Thanh tra tỉnh B;");
}

TEST(HeadingTest, MarksWhoGetsACopy) {
  EXPECT_EQ(Names(WithHead("Kính gửi: UBND xã A\n"
                           "Đồng kính gửi: Thanh tra tỉnh B (để biết)\n")),
            "UBND xã A;[cc] Thanh tra tỉnh B;");
}

TEST(HeadingTest, ReadsTheDayThroughMisreadDigits) {
  const auto day = [](const std::string& line) {
    return Value(Extracted(line + "\nĐƠN TỐ CÁO\nTôi là Lê Tám\n").letter_date);
  };
  EXPECT_EQ(day("Huế, ngày 2ó tháng 0ó năm 202ó"), "2026-06-26");
  EXPECT_EQ(day("Huế, ngày O7 tháng 1o năm 2O23"), "2023-10-07");
  EXPECT_EQ(day("Huế, ngày 1l tháng 1o năm 2023"), "2023-10-11");
  EXPECT_EQ(day("Huế, ngày 0ó/3/2021"), "2021-03-06");
  EXPECT_EQ(day("Huế, ngày. 17 tháng 11 năm 2025"), "2025-11-17");
  EXPECT_EQ(day("Huế, ngày 3ó tháng 13 năm 2023"), "(absent)");
}

TEST(HeadingTest, ReadsAddresseesUnderADamagedKeyWord) {
  EXPECT_EQ(Names(WithHead("Kỉnh gứl: UBND xã A\nTôi tên là Lê Văn Tám")),
            "UBND xã A;");
}

}  // namespace
}  // namespace donthu
