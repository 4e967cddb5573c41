#include <gtest/gtest.h>

#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

Fields FieldsOfWish(const std::string& body) {
  return Extracted(
      "ĐƠN KIẾN NGHỊ\nKính gửi: UBND xã A\nTôi là Lê Văn Tám.\n"
      "Đường hỏng từ lâu, mưa xuống đi lại rất khổ, xe ngã nhiều "
      "lần, người già không ra chợ được.\n" +
      body + "\nNgười làm đơn\n");
}

TEST(AskingTest, ReadsClausesAfterAWishWithAnAddressee) {
  EXPECT_EQ(
      Joined(FieldsOfWish("Kính mong quý Ủy ban cử người kiểm tra sau 22 giờ, "
                          "xử phạt việc gây tiếng ồn và trả lời bằng văn bản.")
                 .requests),
      "cử người kiểm tra sau 22 giờ | xử phạt việc gây tiếng ồn | trả "
      "lời bằng văn bản");
}

TEST(AskingTest, LeavesAWishForNothingInParticularOut) {
  EXPECT_TRUE(FieldsOfWish("Kính mong quý cơ quan sớm xem xét, giải quyết.")
                  .requests.empty());
}

TEST(AskingTest, ReadsNumbersWithinASentence) {
  EXPECT_EQ(
      Joined(FieldsOfWish("Tôi yêu cầu: (1) kiểm tra gỗ tại xưởng; (2) làm rõ "
                          "trách nhiệm của Hạt.")
                 .requests),
      "kiểm tra gỗ tại xưởng | làm rõ trách nhiệm của Hạt");
}

TEST(AskingTest, ReadsListsByWhateverMark) {
  const std::string items = "Sửa đoạn đường trước chợ | Lắp đèn ở ngã ba";
  for (const auto& [first, second] :
       {std::pair("1- ", "2- "), std::pair("Điều một, ", "Điều hai, "),
        std::pair("(i) ", "(ii) "), std::pair("Thứ nhất: ", "Thứ hai: "),
        std::pair("Việc 1: ", "Việc 2: "), std::pair("", "")}) {
    EXPECT_EQ(Joined(FieldsOfWish("Chúng tôi đề nghị:\n" + std::string(first) +
                                  "Sửa đoạn đường trước chợ.\n" + second +
                                  "Lắp đèn ở ngã ba.")
                         .requests),
              items)
        << first;
  }
}

TEST(AskingTest, ReadsAttachmentsUnderAHeadingWithoutAColon) {
  EXPECT_EQ(Joined(FieldsOfWish("V. TÀI LIỆU KÈM THEO\n1/ Danh sách hộ\n2/ Ảnh "
                                "chụp đường")
                       .attachments),
            "Danh sách hộ | Ảnh chụp đường");
}

TEST(AskingTest, ReadsAttachmentsOfASentence) {
  EXPECT_EQ(
      Joined(FieldsOfWish("Chúng tôi gửi kèm theo đơn này bản sao Quyết định "
                          "1044, biên bản hòa giải và 06 tấm ảnh.")
                 .attachments),
      "bản sao Quyết định 1044 | biên bản hòa giải | 06 tấm ảnh");
}

TEST(AskingTest, GoesOnWithAListThatBeginsBesideItsLabel) {
  EXPECT_EQ(
      Joined(
          FieldsOfWish("Đính kèm: - Bảng kê\n- Nhật ký năm 2023").attachments),
      "Bảng kê | Nhật ký năm 2023");
}

TEST(AddresseesTest, PartsTwoBodiesJoinedByAndButNoneOfOneName) {
  const auto names = [](const std::string& line) {
    std::string joined;
    for (const Recipient& one :
         Extracted("ĐƠN TỐ CÁO\nKính gửi: " + line + "\nTôi là Lê Văn Tám.\n")
             .recipients) {
      joined += (joined.empty() ? "" : " | ") + one.name.value;
    }
    return joined;
  };
  EXPECT_EQ(names("Công an huyện B và Viện kiểm sát huyện B"),
            "Công an huyện B | Viện kiểm sát huyện B");
  EXPECT_EQ(names("Sở Giáo dục và Đào tạo tỉnh B"),
            "Sở Giáo dục và Đào tạo tỉnh B");
  EXPECT_EQ(names("Văn phòng HĐND và UBND huyện B"),
            "Văn phòng HĐND và UBND huyện B");
}

TEST(SignersTest, CountsInWordsAndAtTheEnd) {
  const auto count = [](const std::string& text) {
    const auto found = Extracted(text).signer_count;
    return found ? found->value : 0;
  };
  EXPECT_EQ(count("ĐƠN TỐ CÁO\nChúng tôi là mười hai hộ dân thôn Gầy."), 12);
  EXPECT_EQ(count("ĐƠN TỐ CÁO\nChúng tôi là hai mươi ba hộ dân thôn Gầy."), 23);
  EXPECT_EQ(count("ĐƠN TỐ CÁO\nChúng tôi là mười hộ gia đình thôn Gầy."), 10);
  EXPECT_EQ(count("ĐƠN TỐ CÁO\nCầu hỏng.\nNgười làm đơn\nThay mặt 46 hộ"), 46);
  EXPECT_EQ(count("ĐƠN TỐ CÁO\nTôi là Lê Văn Tám."), 0);
}

}  // namespace
}  // namespace donthu
