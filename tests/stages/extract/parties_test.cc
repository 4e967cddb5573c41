#include <gtest/gtest.h>

#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

Fields FieldsOfDenunciation(const std::string& body) {
  return Extracted("ĐƠN TỐ CÁO\nKính gửi: UBND xã A\nTôi là Lê Văn Tám.\n" +
                   body + "\nNgười làm đơn\n");
}

TEST(PartiesTest, ReadsABlockOfSeveralAccused) {
  const Fields fields = FieldsOfDenunciation(
      "II. NGƯỜI BỊ TỐ CÁO\n1. Ông Nguyễn Khắc Bền\nChức vụ: Trưởng thôn\n"
      "Địa chỉ: đội 4, thôn Tòng\n2. Bà Lê Thị Khuyên\n"
      "Chức vụ: Công chức văn hóa - xã hội\nĐơn vị công tác: UBND xã Cường\n"
      "Địa chỉ: thôn Hưng, xã Cường\nIII. NỘI DUNG\nÔng Bền khai khống.");
  ASSERT_EQ(NamesOf(fields.respondents), "Nguyễn Khắc Bền | Lê Thị Khuyên");
  EXPECT_EQ(Value(fields.respondents[0].position), "Trưởng thôn");
  EXPECT_EQ(Value(fields.respondents[1].position),
            "Công chức văn hóa - xã hội");
  EXPECT_EQ(Value(fields.respondents[1].organisation), "UBND xã Cường");
  EXPECT_EQ(Value(fields.respondents[1].address), "thôn Hưng, xã Cường");
}

TEST(PartiesTest, GivesEachAccusedOfASentenceTheirOwnPost) {
  const Fields fields = FieldsOfDenunciation(
      "Tôi tố cáo ông Trần Đình Quế, Phó Chủ tịch UBND xã Hạ, trú tại thôn "
      "Cát, xã Hạ, và ông Lê Mậu Sanh là kế toán Ban Quản lý dự án, đã nhận "
      "tiền của bà Mai Thị Bảy.");
  ASSERT_EQ(NamesOf(fields.respondents), "Trần Đình Quế | Lê Mậu Sanh");
  EXPECT_EQ(Value(fields.respondents[0].address), "thôn Cát, xã Hạ");
  EXPECT_EQ(Value(fields.respondents[1].position), "kế toán");
}

TEST(PartiesTest, ReadsTheListUnderAnAccusation) {
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "Tôi xin tố cáo những ông có tên sau:\n1. Ông Mai "
                        "Hữu Thọ, Hạt trưởng Hạt Kiểm lâm;\n2. Ông Lê Quý, "
                        "chủ xưởng cưa.\nÔng Thọ nhận tiền.")
                        .respondents),
            "Mai Hữu Thọ | Lê Quý");
}

TEST(PartiesTest, ReadsWhoseDeedsAreToBeLookedInto) {
  const Fields fields = FieldsOfDenunciation(
      "Tôi mong xem xét hành vi lừa đảo của anh Bùi Tuấn Kiệt (sinh năm 1990, "
      "trú tại số 3 ngõ 41 Lạch Tray) và chị Phạm Hà Vi (vợ anh Kiệt).");
  ASSERT_EQ(NamesOf(fields.respondents), "Bùi Tuấn Kiệt | Phạm Hà Vi");
  EXPECT_EQ(Value(fields.respondents[0].address), "số 3 ngõ 41 Lạch Tray");
}

TEST(PartiesTest, FindsThePostWhereTheAccusedIsFirstNamed) {
  const Fields fields = FieldsOfDenunciation(
      "Vợ ông Ninh Công Hoạch, chủ tịch xã, nhận tiền.\nĐề nghị xử lý ông "
      "Ninh Công Hoạch.");
  ASSERT_EQ(NamesOf(fields.respondents), "Ninh Công Hoạch");
  EXPECT_EQ(Value(fields.respondents[0].position), "chủ tịch xã");
}

TEST(PartiesTest, ReadsAPostBeforeItsHoldersName) {
  const Fields fields = FieldsOfDenunciation(
      "Quyết định số 141/QĐ-CĐ do Hiệu trưởng Ngô Đức Lai ký ngày 25/3/2020 "
      "cho tôi thôi việc.");
  ASSERT_EQ(NamesOf(fields.respondents), "Ngô Đức Lai");
  EXPECT_EQ(Value(fields.respondents[0].position), "Hiệu trưởng");
  EXPECT_EQ(Value(fields.decisions[0].date), "2020-03-25");
}

TEST(PartiesTest, KeepsATownWithinTheNameOfItsBody) {
  EXPECT_EQ(Value(FieldsOfDenunciation(
                      "Tôi khiếu nại Quyết định số 9/QĐ-UBND của UBND thị "
                      "xã Kinh Thành thu hồi ki-ốt.")
                      .decisions[0]
                      .issuer),
            "UBND thị xã Kinh Thành");
}

TEST(PartiesTest, TakesWhomALetterSpeaksOfMost) {
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "Gạo về ngày 17/9, thầy Hiệu trưởng Đinh Công Trại "
                        "chỉ nhập kho 61 bao. Bà Đào Thị Mận ở chợ nói "
                        "thầy Trại bảo chở về nhà. Mong huyện kiểm tra, "
                        "kỷ luật người sai phạm.")
                        .respondents),
            "Đinh Công Trại");
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "Xưởng của ông Nghiêm Xuân Cảnh xả nước ra mương. "
                        "Đề nghị lấy mẫu, xử phạt và đình chỉ xưởng.")
                        .respondents),
            "Nghiêm Xuân Cảnh");
}

TEST(PartiesTest, BlamesNobodyWhereNothingIsToBeDoneToAnybody) {
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "Ông Đinh Công Trại và ông Trại con đều khen đường "
                        "mới. Đề nghị mắc thêm đèn.")
                        .respondents),
            "");
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "Tôi gửi đơn lên Chủ tịch quận Hai Bà Trưng, Giám "
                        "đốc Bệnh viện Bạch Mai. Đề nghị xác minh, xử lý.")
                        .respondents),
            "");
}

TEST(PartiesTest, TakesWhoseActADecisionIs) {
  const Fields before = FieldsOfDenunciation(
      "Ngày 08/3/2016 ông Bạch Tiến Hùng, Chấp hành viên Chi cục Thi hành án "
      "dân sự huyện Lý, ra Quyết định số 46/QĐ-CCTHADS kê biên nhà tôi.");
  ASSERT_EQ(NamesOf(before.respondents), "Bạch Tiến Hùng");
  EXPECT_EQ(Value(before.respondents[0].position), "Chấp hành viên");
  EXPECT_EQ(Value(before.decisions[0].date), "2016-03-08");
  const Fields after = FieldsOfDenunciation(
      "Tôi nhận Thông báo số 41/TB-NHL ngày 28/8/2020 do thầy Hiệu trưởng "
      "Phùng Bá Duy ký, không nhận con tôi.");
  ASSERT_EQ(NamesOf(after.respondents), "Phùng Bá Duy");
  EXPECT_EQ(Value(after.respondents[0].position), "Hiệu trưởng");
}

TEST(PartiesTest, DirectsNothingAgainstACourt) {
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "Theo Bản án số 27/2014/DS-PT ngày 11/9/2014 của "
                        "Tòa án nhân dân tỉnh Hà, con tôi phải trả nợ.")
                        .respondents),
            "");
}

TEST(DecisionsTest, ReadsTheDayAndIssuerBeforeTheNumber) {
  const Fields fields = FieldsOfDenunciation(
      "Ngày 14/01/2026, Chủ tịch UBND xã Tịnh Ba ban hành Quyết định số "
      "118/QĐ-UBND thu hồi 420 m2 đất.");
  ASSERT_EQ(fields.decisions.size(), 1U);
  EXPECT_EQ(Value(fields.decisions[0].date), "2026-01-14");
  EXPECT_EQ(Value(fields.decisions[0].issuer), "Chủ tịch UBND xã Tịnh Ba");
  const Fields received =
      FieldsOfDenunciation("Ngày 12/3/2024 tôi nhận Quyết định số 5/QĐ-UBND.");
  EXPECT_EQ(Value(received.decisions[0].date), "(absent)");
}

TEST(DecisionsTest, ItsDayStandsBesideItsIssuerOrRightBeforeIt) {
  const auto date_of = [](const std::string& sentence) {
    return Value(Extracted("ĐƠN KHIẾU NẠI\n" + sentence).decisions.at(0).date);
  };
  EXPECT_EQ(date_of("Tôi khiếu nại Quyết định số 1208/QĐ-UBND của UBND huyện "
                    "Mẫu (26/4/2018) về đất."),
            "2018-04-26");
  EXPECT_EQ(date_of("Kết luận số 31/KL-UBND của UBND huyện Mẫu, 28/4/2014, "
                    "cho rằng tôi thiếu kiểm tra."),
            "2014-04-28");
  EXPECT_EQ(date_of("Ngày 16/6/2014: Thông báo số 77/TB-CCKL về hội đồng."),
            "2014-06-16");
  EXPECT_EQ(date_of("Ngày 13/1/2015, UBND huyện có Thông báo số 05/TB-UBND."),
            "2015-01-13");
}

TEST(DecisionsTest, ReadsNumbersInThePartysStyle) {
  const Fields fields =
      FieldsOfDenunciation("Tôi bị khiển trách theo Quyết định 11-QĐ/HU.");
  ASSERT_EQ(fields.decisions.size(), 1U);
  EXPECT_EQ(Value(fields.decisions[0].number), "11-QĐ/HU");
}

TEST(IncidentTest, FindsTheSpotOfAMatterButNoHome) {
  const auto place = [](const std::string& body) {
    return Value(
        Extracted("ĐƠN PHẢN ÁNH\nKính gửi: UBND xã A\n" + body).incident_place);
  };
  EXPECT_EQ(place("Tôi là Lê Văn Tám. Bãi rác nằm tại khu vực Đồng Nà, giáp "
                  "thôn Lễ, đã mở hai năm."),
            "khu vực Đồng Nà, giáp thôn Lễ");
  EXPECT_EQ(place("Tôi là Lê Văn Tám, ở số 9 đường Lê Lợi, xã Bàu. Đèn hỏng."),
            "(absent)");
}

TEST(IncidentTest, LeavesItOutWhereALetterIsAboutAPerson) {
  EXPECT_EQ(Value(FieldsOfDenunciation(
                      "Tôi tố cáo ông Mai Văn Bảy. Ông Bảy thu tiền tại "
                      "chợ Phò Vinh.")
                      .incident_place),
            "(absent)");
}

TEST(PartiesTest, ReadsListsInEveryDress) {
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "2. Người bị tố cáo\n2.1 Ông Phan Đình Lợi - Chủ "
                        "tịch UBND xã Mẫu\n2.2 Ông Võ Tá Nuôi - cán bộ địa "
                        "chính\n3. Nội dung tố cáo\n3.1. Năm 2009 ông cấp "
                        "14 lô đất.")
                        .respondents),
            "Phan Đình Lợi | Võ Tá Nuôi");
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "Tôi tố cáo những người sau đây:\n1. Chủ tịch UBND "
                        "xã Mẫu: ông Tô Quang Hiến, nhà ở thôn Bắc;\n2. Công "
                        "chức địa chính: ông Lại Thế Duyên.\nHọ đã nhận "
                        "tiền.")
                        .respondents),
            "Tô Quang Hiến | Lại Thế Duyên");
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "THÔNG TIN NGƯỜI BỊ TỐ CÁO\n(1) Đàm Việt Cường - Phó "
                        "Đội trưởng\n(2) Lưu Bá Nhân - Kiểm soát viên\nNỘI "
                        "DUNG\nLúc 10 giờ họ tới.")
                        .respondents),
            "Đàm Việt Cường | Lưu Bá Nhân");
  EXPECT_EQ(NamesOf(FieldsOfDenunciation(
                        "Đối tượng tôi tố cáo là Bí thư xã.\n+ Họ tên: Kiều "
                        "Minh Thuần\n+ Đang giữ: Bí thư\nÔng khai man.")
                        .respondents),
            "Kiều Minh Thuần");
}

TEST(PartiesTest, ReadsTheAccusedOfATableWhoAreNoSenders) {
  const Fields fields = FieldsOfDenunciation(
      "NGƯỜI BỊ TỐ CÁO\nHọ tên | Chức vụ | Đơn vị\nTạ Quang Huấn | Trưởng ban "
      "| "
      "Ban quản trị chung cư\nNgô Thị Diễm Kiều | Phó ban | Ban quản trị\nI. "
      "HÀNH VI\nNăm 2020 họ tiêu quỹ.");
  EXPECT_EQ(NamesOf(fields.respondents), "Tạ Quang Huấn | Ngô Thị Diễm Kiều");
  EXPECT_EQ(NamesOf(fields.senders), "Lê Văn Tám");
}

TEST(PartiesTest, ReadsTheAccusedBelowTheTitle) {
  EXPECT_EQ(
      NamesOf(Extracted("ĐƠN TỐ CÁO\n(V/v tố cáo ông Hồ Sĩ Lượng, Phó Chủ "
                        "tịch UBND xã Mẫu và bà Đậu Thị Hoan, kế toán)\n"
                        "Kính gửi: UBND huyện Mẫu\nTôi là Lê Văn Tám.\nHọ "
                        "đã nhận tiền.\nNgười làm đơn\n")
                  .respondents),
      "Hồ Sĩ Lượng | Đậu Thị Hoan");
}

TEST(PartiesTest, WhoWritesIsNoneOfTheAccused) {
  const Fields fields = Extracted(
      "ĐƠN TỐ CÁO\nKính gửi: Giám đốc Sở Mẫu\n- Người tố cáo: Võ Thị Mận, sinh "
      "1986\n- Căn cước: 052186010347\n- Người bị tố cáo: ông Đào Ngọc Sanh, "
      "Phó "
      "trưởng ban\nTôi là chủ nậu.\nNgười tố cáo\n");
  EXPECT_EQ(NamesOf(fields.recipients), "Giám đốc Sở Mẫu");
  EXPECT_EQ(NamesOf(fields.respondents), "Đào Ngọc Sanh");
  EXPECT_EQ(NamesOf(fields.senders), "Võ Thị Mận");
}

std::string AccusedIn(const std::string& sentence) {
  return NamesOf(FieldsOfDenunciation(sentence).respondents);
}

TEST(PartiesTest, ReadsTheBodyWhoseActIsContested) {
  EXPECT_EQ(AccusedIn("Tôi không đồng ý cách làm đó của UBND huyện Mẫu Chải."),
            "UBND huyện Mẫu Chải");
  EXPECT_EQ(AccusedIn("Tôi khiếu nại quyết định nói trên của Chi cục Hải quan "
                      "cảng Mẫu và yêu cầu hủy."),
            "Chi cục Hải quan cảng Mẫu");
  EXPECT_EQ(AccusedIn("Tôi khiếu nại tiếp lên tỉnh việc UBND huyện Mẫu áp giá "
                      "bất công."),
            "UBND huyện Mẫu");
  EXPECT_EQ(AccusedIn("Gửi đơn này kiện Trạm Kiểm dịch động vật Mẫu tiêu hủy "
                      "oan của tôi 38 con lợn."),
            "Trạm Kiểm dịch động vật Mẫu");
  EXPECT_EQ(
      AccusedIn("Việc BHXH tỉnh Mẫu không cộng năm công tác làm tôi thiệt "
                "thòi."),
      "BHXH tỉnh Mẫu");
  EXPECT_EQ(AccusedIn("UBND huyện Mẫu làm như thế là tước kế sinh nhai."),
            "UBND huyện Mẫu");
}

TEST(PartiesTest, AnOfficeThatALetterGoesToIsNotAccusedByThat) {
  EXPECT_EQ(AccusedIn("Tôi đã khiếu nại lên UBND huyện Mẫu từ năm ngoái."), "");
  EXPECT_EQ(AccusedIn("Tôi khiếu nại việc huyện trả lời chậm."), "");
}

TEST(PartiesTest, ABodyBesideAnAccusedPersonIsAccusedToo) {
  EXPECT_EQ(AccusedIn("Tôi tố cáo ông Lê Mậu Sanh nhận tiền. Tôi khiếu nại "
                      "UBND xã Mẫu không giao đất."),
            "Lê Mậu Sanh | UBND xã Mẫu");
}

TEST(PartiesTest, ReadsTheAccusedInACellBesideItsLabel) {
  EXPECT_EQ(AccusedIn("Người bị tố cáo | Bà Lưu Thị Kim"), "Lưu Thị Kim");
  EXPECT_EQ(AccusedIn("7. Khiếu nại ai | Đội Kiểm tra quy tắc đô thị quận Mẫu"),
            "Đội Kiểm tra quy tắc đô thị quận Mẫu");
}

TEST(PartiesTest, ABodysNameEndsBeforeWhatItDid) {
  EXPECT_EQ(AccusedIn("Tôi khiếu nại việc Phòng Quản lý đô thị cấp phép sai."),
            "Phòng Quản lý đô thị");
  EXPECT_EQ(AccusedIn("Tôi khiếu nại việc Trung tâm Y tế Lập khi giữ hồ sơ."),
            "Trung tâm Y tế Lập");
  EXPECT_EQ(AccusedIn("Tôi khiếu nại việc UBND phường từ chối cấp sổ."),
            "UBND phường");
}

}  // namespace
}  // namespace donthu
