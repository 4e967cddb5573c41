#include <gtest/gtest.h>

#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

Fields Letter(const std::string& body) {
  return Extracted("ĐƠN KHIẾU NẠI\nKính gửi: UBND xã A\n" + body +
                   "\nNgười làm đơn\n");
}

TEST(WritersTest, ReadsTheAuthorisedPersonOfTheOfficialForm) {
  const Fields fields = Letter(
      "1. Thông tin người khiếu nại:\n- Họ và tên: Lê Thị Tám\n"
      "- Số căn cước/định danh cá nhân/hộ chiếu: 024162003871 ngày cấp "
      "09/9/2024 nơi cấp Bộ Công an\n"
      "2. Thông tin người được ủy quyền khiếu nại (nếu có):\n"
      "- Họ và tên: Lê Văn Chín\n- Số căn cước: 024088010932 ngày cấp "
      "15/3/2022 nơi cấp Bộ Công an\n"
      "3. Tên cơ quan, tổ chức, cá nhân bị khiếu nại: UBND xã A");
  ASSERT_EQ(NamesOf(fields.senders), "Lê Thị Tám | Lê Văn Chín");
  EXPECT_EQ(Value(fields.senders[0].id_number), "024162003871");
  EXPECT_EQ(Value(fields.senders[1].id_number), "024088010932");
  EXPECT_EQ(Value(fields.senders[1].id_issued_date), "2022-03-15");
  EXPECT_EQ(fields.senders[1].role, SenderRole::kAuthorised);
}

TEST(WritersTest, ReadsSeveralWritersOfOneSentence) {
  const Fields fields = Letter(
      "Chúng tôi gồm: ông Lâm Văn Bửu, sinh năm 1971, CCCD số 092071006633; "
      "bà Lê Thị Út, sinh năm 1976, CCCD số 092176011208 và ông Lâm Hữu Đức, "
      "sinh ngày 05/10/1998. Cùng thường trú tại: số 62/7, xã Long, Cần Thơ.");
  ASSERT_EQ(NamesOf(fields.senders), "Lâm Văn Bửu | Lê Thị Út | Lâm Hữu Đức");
  EXPECT_EQ(Value(fields.senders[1].id_number), "092176011208");
  EXPECT_EQ(Value(fields.senders[2].birth_date), "1998-10-05");
  EXPECT_EQ(Value(fields.senders[0].address), "số 62/7, xã Long, Cần Thơ");
  EXPECT_EQ(Value(fields.senders[2].address), "(absent)");
  EXPECT_EQ(fields.collective.value, true);
}

TEST(WritersTest, ReadsTheCompanyOfALetterhead) {
  const Fields fields = Extracted(
      "HỢP TÁC XÃ CHÈ TÀ MẪU\nĐiện thoại: (0216) 3 388 451\nĐƠN KHIẾU NẠI\n"
      "Kính gửi: UBND xã A\nChúng tôi khiếu nại việc xã không trả hồ sơ.\n"
      "GIÁM ĐỐC\nSổng A Lềnh");
  ASSERT_FALSE(fields.senders.empty());
  EXPECT_EQ(Value(fields.senders[0].name), "HỢP TÁC XÃ CHÈ TÀ MẪU");
}

TEST(WritersTest, TakesNoListOfTheAccusedForWriters) {
  const Fields fields = Extracted(
      "ĐƠN TỐ CÁO\nKính gửi: Huyện ủy A\nTên tôi: Phan Văn Nhuần, ở xã A.\n"
      "Tôi tố cáo những người có tên sau đây đã khai khống công trình kênh để "
      "chia nhau tiền dân đóng góp:\n1. Nguyễn Văn Sáu, Chủ tịch UBND xã A\n"
      "2. Trung uý Bùi Thị Loan, thủ quỹ xã\nKênh dài 310 mét.\n"
      "Người tố cáo\nPhan Văn Nhuần");
  EXPECT_EQ(NamesOf(fields.senders), "Phan Văn Nhuần");
  EXPECT_EQ(NamesOf(fields.respondents), "Nguyễn Văn Sáu | Bùi Thị Loan");
}

TEST(WritersTest, ReadsACompanyAndWhoStandsForIt) {
  const Fields fields = Letter(
      "Tên tổ chức khiếu nại: Hợp tác xã Vận tải Bến Gỗ\n"
      "Địa chỉ trụ sở chính: số 311, quốc lộ 51, tỉnh Đồng Nai\n"
      "Người đại diện theo pháp luật: Ông Trịnh Bá Lực, sinh năm 1966");
  ASSERT_EQ(NamesOf(fields.senders),
            "Hợp tác xã Vận tải Bến Gỗ | Trịnh Bá Lực");
  EXPECT_EQ(Value(fields.senders[0].address),
            "số 311, quốc lộ 51, tỉnh Đồng Nai");
  EXPECT_EQ(fields.senders[1].role, SenderRole::kRepresentative);
  EXPECT_EQ(Value(fields.senders[1].birth_date), "1966");
}

TEST(WritersTest, ReadsALawyerByTheirOwnAddress) {
  const Fields fields = Letter(
      "Người khiếu nại: Bà Cao Thị Mai, sinh năm 1964\n"
      "Người đại diện theo ủy quyền: Luật sư Phan Quốc Toản, thuộc Đoàn Luật "
      "sư. Địa chỉ liên hệ: số 18 Lê Lợi, Nha Trang.");
  ASSERT_EQ(NamesOf(fields.senders), "Cao Thị Mai | Phan Quốc Toản");
  EXPECT_EQ(fields.senders[1].role, SenderRole::kLawyer);
  EXPECT_EQ(Value(fields.senders[1].address), "số 18 Lê Lợi, Nha Trang");
}

TEST(WritersTest, TakesTheLetterheadOfANumberedLetter) {
  EXPECT_EQ(NamesOf(Extracted("CÔNG TY TNHH GỖ XANH\nSố: 29/CV-GX\n"
                              "ĐƠN KHIẾU NẠI\nKính gửi: Cục Thuế\nNgười khiếu "
                              "nại: Công ty TNHH Gỗ Xanh\n")
                        .senders),
            "CÔNG TY TNHH GỖ XANH");
}

TEST(WritersTest, ReadsAnAddressWithoutALabel) {
  EXPECT_EQ(Value(Letter("Tên tôi: Đàm Thị Vóc, thôn Kiều, xã Hồng Phong, "
                         "Hải Phòng.")
                      .senders[0]
                      .address),
            "thôn Kiều, xã Hồng Phong, Hải Phòng");
}

TEST(WritersTest, EndsANameInCapitalsBeforeALabel) {
  const Fields fields = Letter(
      "Tôi tên là: NGUYỄN NGỌC LAN        Nam/Nữ: Nữ\nNgày, tháng, năm sinh: "
      "23 - 6 - 1986");
  ASSERT_EQ(NamesOf(fields.senders), "NGUYỄN NGỌC LAN");
  EXPECT_EQ(Value(fields.senders[0].birth_date), "1986-06-23");
}

TEST(WritersTest, LeavesTheBirthOfAnotherPersonOut) {
  const Fields fields = Letter(
      "Tôi tên Phan Thị Lam, 61 tuổi, viết thay mẹ là Trần Thị Em, sinh năm "
      "1921. Cậu tôi hi sinh năm 1968.");
  ASSERT_FALSE(fields.senders.empty());
  EXPECT_EQ(Value(fields.senders[0].birth_date), "(absent)");
}

TEST(WritersTest, NeverTakesListedAccusedForWriters) {
  EXPECT_EQ(NamesOf(Letter("Tôi tên: Lê Văn Tám, sinh năm 1968.\n"
                           "Tôi xin tố cáo những ông có tên sau:\n"
                           "1. Ông Mai Hữu Thọ, sinh năm 1970;\n"
                           "2. Ông Đoàn Bảo Sơn, trú tại thôn 3.")
                        .senders),
            "Lê Văn Tám");
}

TEST(WritersTest, ReadsBirthPaperAndHomeFromATablesColumns) {
  const Fields fields = Extracted(
      "ĐƠN PHẢN ÁNH\nKính gửi: UBND xã A\nTôi là Lê Văn Tám.\nDANH SÁCH\n"
      "STT | Họ và tên | Năm sinh | Số CCCD | Căn hộ | Ký tên\n"
      "1 | Phạm Gia Huy | 1984 | 079084015521 | A.05.02 | đã ký\n"
      "2 | Mai Thị Bảy | 1969 | 0821690044 | B.03 | đã ký\n");
  ASSERT_EQ(NamesOf(fields.senders), "Lê Văn Tám | Phạm Gia Huy | Mai Thị Bảy");
  EXPECT_EQ(Value(fields.senders[1].birth_date), "1984");
  EXPECT_EQ(Value(fields.senders[1].id_number), "079084015521");
  EXPECT_EQ(Value(fields.senders[1].address), "A.05.02");
  EXPECT_EQ(Value(fields.senders[2].id_number), "(absent)");  // ten figures
}

TEST(WritersTest, TakesANameBeforeADayInTheLastLine) {
  EXPECT_EQ(NamesOf(Extracted("Kính gửi: UBND xã A\nĐèn hỏng đã lâu, xin sửa.\n"
                              "Nguyễn Tấn Đạt, 14/5/2024")
                        .senders),
            "Nguyễn Tấn Đạt");
  EXPECT_EQ(NamesOf(Extracted("Kính gửi: UBND xã A\nĐèn hỏng đã lâu, xin sửa.\n"
                              "Hoài Nhơn, 14/5/2024")
                        .senders),
            "");
}

TEST(WritersTest, ReadsTheFirstOfTwoTelephonesAndOneOfOldAreaCodes) {
  const auto phone = [](const std::string& text) {
    const Fields fields = Letter("Tôi là Lê Văn Tám, điện thoại " + text + ".");
    return Value(fields.senders[0].phone);
  };
  EXPECT_EQ(phone("0912345678/0987654321"), "0912345678");
  EXPECT_EQ(phone("04.3825.1234"), "0438251234");
  EXPECT_EQ(phone("12/0912345678"), "(absent)");
}

TEST(WritersTest, ReadsBrothersAndSistersInProse) {
  const Fields fields = Extracted(
      "ĐƠN KHIẾU NẠI\nKính gửi: UBND tỉnh\nChúng tôi là ba chị em ruột. Chị cả "
      "là Trần Thị Lan, sinh năm 1958, ở thôn Đông, xã Ba, số máy "
      "0905.318.446. Em út là Trần Ngọc Trai, sinh năm 1967, hiện ở nhà 88 hẻm "
      "45, phường Tây, số máy 0989 41 72 03.\nTôi khiếu nại việc thu hồi đất.");
  ASSERT_EQ(NamesOf(fields.senders), "Trần Thị Lan | Trần Ngọc Trai");
  EXPECT_EQ(Value(fields.senders[0].phone), "0905318446");
  EXPECT_EQ(Value(fields.senders[1].phone), "0989417203");
}

TEST(WritersTest, TakesWhoeverSignsInTheLastLines) {
  const std::string letter =
      "ĐƠN KIẾN NGHỊ\nKính gửi: UBND xã A\nĐường về thôn lầy lội.\nMong xã "
      "cho đổ đá.\n";
  for (const auto& [line, name] :
       {std::pair<std::string, std::string>{
            "Trưởng ban: Đại tá Nguyễn Xuân Thưởng (nghỉ hưu)",
            "Nguyễn Xuân Thưởng"},
        {"Trưởng xóm Trần Viết Đợi và 22 chủ hộ ký tên", "Trần Viết Đợi"},
        {"Kiều Thị Nhâm, căn 0705", "Kiều Thị Nhâm"},
        {"Hà Tiên - 9/7/2020", ""},
        {"Người làm chứng: Lê Văn Tám", ""}}) {
    EXPECT_EQ(NamesOf(Extracted(letter + line).senders), name) << line;
  }
}

TEST(WritersTest, ReadsATelephoneBesideTheNameAtTheEnd) {
  const Fields fields = Extracted(
      "ĐƠN PHẢN ÁNH\nKính gửi: UBND xã A\nTôi là Kiều Ngọc Ánh, ở thôn Đông.\n"
      "Cống bị tắc.\nTân An, 02/9/2024\nKiều Ngọc Ánh - 0798 220 163");
  ASSERT_EQ(NamesOf(fields.senders), "Kiều Ngọc Ánh");
  EXPECT_EQ(Value(fields.senders[0].phone), "0798220163");
}

TEST(WritersTest, LeavesTheAccusedsTelephoneOut) {
  const Fields fields = Extracted(
      "ĐƠN TỐ CÁO\nKính gửi: UBND xã A\nTôi là Lê Văn Tám.\n"
      "Người bị tố cáo: ông Mai Bảy\nĐiện thoại: 0912345678\n");
  ASSERT_EQ(fields.senders.size(), 1U);
  EXPECT_EQ(Value(fields.senders[0].phone), "(absent)");
}

}  // namespace
}  // namespace donthu
