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

TEST(HeadingTest, TakesTheTitleWithWhatStandsInItsLine) {
  for (const char* title :
       {"ĐƠN KHIẾU NẠI (LẦN HAI)", "ĐƠN KHIẾU NẠI VỀ VIỆC TẠM GIỮ HÀNG HÓA",
        "VĂN BẢN KIẾN NGHỊ", "THƠ TỐ CÁO", "ĐƠN TẬP THỂ"}) {
    EXPECT_EQ(
        Value(WithHead(std::string(title) + "\nKính gửi: UBND xã A\n").title),
        title);
  }
}

TEST(HeadingTest, TakesTheLabelledTitleOfAPortal) {
  EXPECT_EQ(Value(Extracted("Gửi đến: UBND xã A\nTiêu đề: Nước máy có mùi\n"
                            "Nước máy ba hôm nay đục và có mùi.")
                      .title),
            "Nước máy có mùi");
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

Fields Dated(const std::string& line) {
  return WithHead("ĐƠN TỐ CÁO\nKính gửi: UBND xã A\nTôi là Lê Văn Tám.\n" +
                  line + "\nNgười làm đơn");
}

TEST(HeadingTest, ReadsDaysInTheShapesOfLetters) {
  const auto day = [](const std::string& line) {
    const Fields fields = Dated(line);
    return Value(fields.letter_date) + " " + Value(fields.letter_place);
  };
  EXPECT_EQ(day("Cửa Lăng, ngày 12/8/17"), "2017-08-12 Cửa Lăng");
  EXPECT_EQ(day("Vũ Phong mồng 8 tháng 4 năm 2002"), "2002-04-08 Vũ Phong");
  EXPECT_EQ(day("Ấp 9, ngày 18 tháng 01 năm 2026"), "2026-01-18 Ấp 9");
  EXPECT_EQ(day("Hà Nội, 17 tháng Tám, 2023"), "2023-08-17 Hà Nội");
  EXPECT_EQ(day("Việt Trì, ngày hai mươi tám tháng ba năm 2022"),
            "2022-03-28 Việt Trì");
  EXPECT_EQ(day("Huế, mồng một tháng tám năm 2023"), "2023-08-01 Huế");
  EXPECT_EQ(day("Ia Kly, ngày mười tháng ba năm 2008"), "2008-03-10 Ia Kly");
  EXPECT_EQ(day("Huế, tháng 4/2021"), "2021-04 Huế");
  EXPECT_EQ(day("Cần Thơ, cuối mùa mưa, 3/10/2019"), "2019-10-03 Cần Thơ");
}

TEST(HeadingTest, ReadsDaysBesideALabel) {
  const auto day = [](const std::string& line) {
    return Value(Dated(line).letter_date);
  };
  EXPECT_EQ(day("Ngày gửi: 09/06/2025 21:46"), "2025-06-09");
  EXPECT_EQ(day("Ngày viết | 11/6/13"), "2013-06-11");
  EXPECT_EQ(day("Gửi lúc: 20:33 ngày 04 thg 12, 2025"), "2025-12-04");
  EXPECT_EQ(day("Date: Wed, 6 Nov 2019 07:41"), "2019-11-06");
  EXPECT_EQ(day("Ngày tạo đơn: không rõ"), "(absent)");
}

TEST(HeadingTest, TakesNoBirthdayForTheDayOfTheLetter) {
  const Fields fields = Dated(
      "Họ tên, ngày sinh | Lê Văn Tám, 20/7/1955\n"
      "Nhân Hậu, 16 tháng 3 năm 2026");
  EXPECT_EQ(Value(fields.letter_date), "2026-03-16");
  EXPECT_EQ(Value(fields.letter_place), "Nhân Hậu");
}

TEST(HeadingTest, ReadsTitlesOfFormsAndOfOneWord) {
  for (const char* title : {"PHIẾU TỐ CÁO", "THƯ TỐ GIÁC", "ĐƠN"}) {
    EXPECT_EQ(Value(WithHead(std::string(title) +
                             "\nKính gửi: UBND xã A\nTôi là Lê Văn Tám.")
                        .title),
              title);
  }
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

TEST(HeadingTest, MarksWhoGetsACopyBelowTheLetter) {
  const std::string letter =
      "ĐƠN TỐ CÁO\nKính gửi: UBND xã A\nTôi là Lê Văn Tám.\n";
  EXPECT_EQ(Names(WithHead(letter + "Nơi nhận: như trên; Thanh tra tỉnh B (để "
                                    "biết); Hội Nông dân xã; lưu.")),
            "UBND xã A;[cc] Thanh tra tỉnh B;[cc] Hội Nông dân xã;");
  EXPECT_EQ(Names(WithHead(letter + "Nơi nhận:\n- Như kính gửi;\n- Sở Lao động "
                                    "- Thương binh và Xã hội;\n- Ông Tám;\n- "
                                    "Lưu.")),
            "UBND xã A;[cc] Sở Lao động - Thương binh và Xã hội;");
}

TEST(HeadingTest, PartsAddresseesButNoName) {
  const auto names = [](const std::string& line) {
    return Names(WithHead("ĐƠN TỐ CÁO\n" + line + "\nTôi là Lê Văn Tám."));
  };
  EXPECT_EQ(names("Kính gửi: UBND xã A, Trung tâm Y tế huyện B"),
            "UBND xã A;Trung tâm Y tế huyện B;");
  EXPECT_EQ(names("Kính gửi: UBND tỉnh A, Thanh tra tỉnh và Báo Lúa Mới"),
            "UBND tỉnh A;Thanh tra tỉnh;Báo Lúa Mới;");
  EXPECT_EQ(names("Kính gửi: Chi cục Khai thác và Bảo vệ nguồn lợi thủy sản"),
            "Chi cục Khai thác và Bảo vệ nguồn lợi thủy sản;");
  EXPECT_EQ(names("Kính gửi: Phòng Cảnh sát môi trường - Công an tỉnh A"),
            "Phòng Cảnh sát môi trường - Công an tỉnh A;");
  EXPECT_EQ(names("kính gửi công an huyện A và ủy ban huyện A"),
            "công an huyện A;ủy ban huyện A;");
  EXPECT_EQ(names("Kính gửi:\n- UBND huyện A\n- Thường trực HĐND huyện A"),
            "UBND huyện A;Thường trực HĐND huyện A;");
}

TEST(HeadingTest, ReadsTheAddresseeOfAForm) {
  const Fields fields = WithHead(
      "PHIẾU TỐ CÁO\nHọ và tên: Lê Văn Tám\nSinh ngày: 9/1/1980\n"
      "Điện thoại: 0912 345 678\nĐịa chỉ: thôn B, xã A\n"
      "Đơn vị xử lý | Sở Xây dựng tỉnh C\nNội dung: xây nhà trái phép.");
  EXPECT_EQ(Names(fields), "Sở Xây dựng tỉnh C;");
  EXPECT_EQ(Value(fields.title), "PHIẾU TỐ CÁO");
}

TEST(HeadingTest, ReadsAddresseesUnderOtherLabels) {
  const auto names = [](const std::string& lines) {
    return Names(Extracted(lines + "\nTôi là Lê Văn Tám, kể việc sau."));
  };
  EXPECT_EQ(names("Gởi: Cổng thông tin 1022; Công an xã A"),
            "Cổng thông tin 1022;Công an xã A;");
  EXPECT_EQ(names("Nơi gửi đến: UBND xã A\nSao gửi: Thanh tra huyện B"),
            "UBND xã A;[cc] Thanh tra huyện B;");
  EXPECT_EQ(names("Kính gửi: Sở Y tế tỉnh A và ông Giám đốc Bệnh viện B"),
            "Sở Y tế tỉnh A;ông Giám đốc Bệnh viện B;");
  EXPECT_EQ(names("Kính gửi các đồng chí trong Ủy ban Kiểm tra Huyện ủy A"),
            "Ủy ban Kiểm tra Huyện ủy A;");
  EXPECT_EQ(names("Nơi gửi: Vũ Bá Lẫm, xóm Trại, xã A"), "");
}

TEST(HeadingTest, FindsTheLetterAboveAnAddresseeAtItsEnd) {
  const Fields fields = Extracted(
      "Tôi là Lê Văn Tám, trú tại thôn B, xã A.\nTrường ở thôn tôi dột.\n"
      "Tôi đề nghị:\n- Xem xét sửa mái trường;\n- Trả lời cho dân.\n"
      "Trình lên: Chủ tịch UBND xã A");
  EXPECT_EQ(Names(fields), "Chủ tịch UBND xã A;");
  EXPECT_EQ(fields.requests.size(), 2U);
}

TEST(HeadingTest, GreetsNobodyTwice) {
  EXPECT_EQ(Names(WithHead("Kính gửi: Sở Tư pháp tỉnh A\nKính thưa Ông Giám "
                           "đốc,\nTôi là Lê Văn Tám.")),
            "Sở Tư pháp tỉnh A;");
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
