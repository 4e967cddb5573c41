#include "stages/examine/page_kinds.h"

#include <gtest/gtest.h>

#include "tests/stages/examine/page_of.h"

namespace donthu {
namespace {

std::optional<PageStatus> KindOf(const std::vector<ReadLine>& lines,
                                 PageShape shape = PageShape::kUpright) {
  return KindBySelf(PlainLines(PageOf(lines)), shape);
}

const std::vector<ReadLine>& TransferNote() {
  static const std::vector<ReadLine> lines = {
      {"THANH TRA TỈNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
      {"Số: 45/PC-TTr Độc lập - Tự do - Hạnh phúc"},
      {"PHIẾU CHUYỂN ĐƠN"},
      {"Kính gửi: Chủ tịch UBND huyện Nghĩa Trực"},
      {"Ngày 12/5/2022 Thanh tra tỉnh nhận được đơn khiếu nại của ông Vũ"},
      {"Đình Khoát. Thanh tra tỉnh chuyển đơn đến quý cơ quan để xem xét,"},
      {"giải quyết theo thẩm quyền và thông báo kết quả."},
      {"Nơi nhận: CHÁNH THANH TRA"}};
  return lines;
}

TEST(PageKindsTest, KnowsATransferNoteByItsTitle) {
  EXPECT_EQ(KindOf(TransferNote()), PageStatus::kTransferNote);
}

TEST(PageKindsTest, KnowsATransferNoteByItsSubject) {
  EXPECT_EQ(KindOf({{"VĂN PHÒNG UBND TỈNH"},
                    {"Số: 112/VP-TCD"},
                    {"V/v chuyển đơn của công dân"},
                    {"Kính chuyển: Sở Tài nguyên và Môi trường"},
                    {"Đề nghị xem xét, giải quyết theo thẩm quyền."},
                    {"Nơi nhận:"}}),
            PageStatus::kTransferNote);
}

TEST(PageKindsTest, KnowsBothSidesOfAnIdentityCard) {
  EXPECT_EQ(KindOf({{"CĂN CƯỚC CÔNG DÂN"},
                    {"Citizen Identity Card"},
                    {"Số / No.: 001170000001"},
                    {"Họ và tên / Full name: TRẦN THỊ MẪU"},
                    {"Ngày sinh / Date of birth: 01/01/1970"},
                    {"Quê quán / Place of origin: Hà Nội"}}),
            PageStatus::kAttachment);
  EXPECT_EQ(KindOf({{"Đặc điểm nhận dạng"},
                    {"IDVNM1700000011001170000001<<8"},
                    {"TRAN<<THI<MAU<<<<<<<<<<<<<<<"}}),
            PageStatus::kAttachment);
}

TEST(PageKindsTest, KnowsCertificates) {
  EXPECT_EQ(KindOf({{"GIẤY CHỨNG NHẬN"},
                    {"QUYỀN SỬ DỤNG ĐẤT"},
                    {"a) Thửa đất số: 118, tờ bản đồ số: 9"},
                    {"c) Diện tích: 574 m2"},
                    {"d) Hình thức sử dụng: riêng"}}),
            PageStatus::kAttachment);
  EXPECT_EQ(KindOf({{"GIẤY KHAI SINH"},
                    {"Họ, chữ đệm, tên: LÊ VĂN THỬ"},
                    {"Ngày, tháng, năm sinh: 02/3/1999"},
                    {"Giới tính: Nam Dân tộc: Kinh"}}),
            PageStatus::kAttachment);
}

TEST(PageKindsTest, KnowsAnEnvelope) {
  EXPECT_EQ(KindOf({{"Người gửi: Trần Thị Mẫu"},
                    {"Số 1 phố Mẫu, Hà Nội"},
                    {"Người nhận: Thanh tra Chính phủ"}}),
            PageStatus::kEnvelope);
  EXPECT_EQ(KindOf({{"Nơi gửi: Trần Thị Mẫu"}, {"Kính gửi: UBND xã Thử"}},
                   PageShape::kWide),
            PageStatus::kEnvelope);
}

TEST(PageKindsTest, ALetterThatNamesSuchPapersStaysALetter) {
  EXPECT_EQ(KindOf({{"ĐƠN KHIẾU NẠI"},
                    {"Kính gửi: Thanh tra tỉnh"},
                    {"Họ và tên: Trần Thị Mẫu, sinh ngày 01/01/1970"},
                    {"CĂN CƯỚC CÔNG DÂN số 001170000001"},
                    {"Giới tính: nữ. Quốc tịch: Việt Nam"},
                    {"Theo phiếu chuyển đơn số 45/PC-TTr tôi đã được mời."}}),
            std::nullopt);
  EXPECT_EQ(KindOf({{"GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT"},
                    {"của gia đình tôi ghi thửa đất số 118, tờ bản đồ số 9,"},
                    {"diện tích 574 m2, hình thức sử dụng riêng. Tôi đã nộp"},
                    {"thuế, tôi có biên lai, tôi không tranh chấp với ai."}}),
            std::nullopt);
}

TEST(PageKindsTest, AShortPageIsNoEnvelopeForItsShortnessAlone) {
  EXPECT_EQ(KindOf({{"Tài liệu kèm theo: 02 biên lai."}}), std::nullopt);
  EXPECT_EQ(KindOf({}), std::nullopt);
}

TEST(PageKindsTest, TellsAnOfficesDocumentFromALetterThatQuotesIt) {
  EXPECT_TRUE(IsOfficeDocument(
      PlainLines(PageOf({{"ỦY BAN NHÂN DÂN"},
                         {"Số: 1187/QĐ-UBND"},
                         {"QUYẾT ĐỊNH"},
                         {"Về việc phê duyệt phương án bồi thường"},
                         {"Căn cứ Luật Đất đai ngày 29/11/2013;"}}))));
  EXPECT_FALSE(IsOfficeDocument(PlainLines(
      PageOf({{"Quyết định số 1187/QĐ-UBND ngày 18/3/2022 ghi rõ: căn cứ Luật"},
              {"Đất đai, Điều 1 của quyết định ghi diện tích là 402 m2."}}))));
}

}  // namespace
}  // namespace donthu
