#include <gtest/gtest.h>

#include "stages/extract/identity.h"
#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

Sender First(const std::string& body) {
  const Fields fields = Extracted("ĐƠN KHIẾU NẠI\nKính gửi: UBND xã A\n" +
                                  body + "\nNgười làm đơn\n");
  return fields.senders.empty() ? Sender{} : fields.senders.front();
}

TEST(SendersTest, ReadsALabelledForm) {
  const Sender sender = First(
      "Họ và tên người khiếu nại: Lê Thị Tám\nSinh ngày: 02/3/1970\n"
      "Số CCCD: 079170001234, ngày cấp 25/4/2021, nơi cấp: Bộ Công an\n"
      "Địa chỉ: số 5, ấp Chợ, xã Bàu, tỉnh Tây Ninh\n"
      "Điện thoại: 0912.345.678; email: tam.le@example.com");
  EXPECT_EQ(Value(sender.name), "Lê Thị Tám");
  EXPECT_EQ(Value(sender.birth_date), "1970-03-02");
  EXPECT_EQ(Value(sender.id_number), "079170001234");
  EXPECT_EQ(sender.id_kind->value, IdKind::kCccd);
  EXPECT_EQ(Value(sender.id_issued_date), "2021-04-25");
  EXPECT_EQ(Value(sender.id_issued_place), "Bộ Công an");
  EXPECT_EQ(Value(sender.address), "số 5, ấp Chợ, xã Bàu, tỉnh Tây Ninh");
  EXPECT_EQ(Value(sender.phone), "0912345678");
  EXPECT_EQ(Value(sender.email), "tam.le@example.com");
}

TEST(SendersTest, ReadsFreeProse) {
  const Sender sender = First(
      "Tôi tên Danh Sáu, sanh năm 1957, CMND 370 284 516 do Công an Kiên "
      "Giang cấp ngày 3/6/2013, ngụ tổ 4, ấp Xẻo, xã Đông, Kiên Giang, làm "
      "ruộng.");
  EXPECT_EQ(Value(sender.name), "Danh Sáu");
  EXPECT_EQ(Value(sender.birth_date), "1957");
  EXPECT_EQ(Value(sender.id_number), "370284516");
  EXPECT_EQ(sender.id_kind->value, IdKind::kCmnd);
  EXPECT_EQ(Value(sender.id_issued_date), "2013-06-03");
  EXPECT_EQ(Value(sender.address), "tổ 4, ấp Xẻo, xã Đông, Kiên Giang");
}

TEST(SendersTest, KeepsAHamletButNotAVerbThatFoldsAlike) {
  EXPECT_EQ(Value(First("Tôi là Lò Văn Inh, ở bản Nà Hạ, xã Chiềng Pha, bán "
                        "vải ở chợ.")
                      .address),
            "bản Nà Hạ, xã Chiềng Pha");
}

TEST(SendersTest, ReadsTheSixThatAnEngineTakesForALetter) {
  const Sender sender = First(
      "Tôi là Lê Văn Tám, CCCD: 075 074 011 92ó cấp ngày 12.01.2022, điện "
      "thoại 0262 3829 14ó, email: Is.tam8ó(@hopthu.example.");
  EXPECT_EQ(Value(sender.id_number), "075074011926");
  EXPECT_EQ(Value(sender.phone), "02623829146");
  EXPECT_EQ(Value(sender.email), "ls.tam86@hopthu.example");
}

TEST(SendersTest, LeavesOutNumbersWithALetterAmongTheDigits) {
  const Sender sender = First(
      "Tôi là Lê Văn Tám, CCCD: 075 074 011 92b cấp ngày 12.01.2022, Cục CS "
      "QLHC về TTXH, điện thoại 0262 3829 14b.");
  EXPECT_EQ(Value(sender.id_number), "(absent)");
  EXPECT_EQ(Value(sender.id_issued_date), "2022-01-12");
  EXPECT_EQ(Value(sender.phone), "(absent)");
  EXPECT_EQ(Value(First("Tôi là Lê Văn Tám, CCCD 0750740l1926").id_number),
            "(absent)");
}

TEST(SendersTest, ReadsDaysThroughMisreadDigits) {
  EXPECT_EQ(Value(First("Họ và tên: Lê Tám; ngày sinh: 0ó/01/1969").birth_date),
            "1969-01-06");
}

TEST(SendersTest, LeavesOutAnEmailWithALetterThatNoneHas) {
  EXPECT_EQ(Value(First("Tôi là Lê Tám, email: tamó1@le.example").email),
            "(absent)");
}

TEST(SendersTest, KeepsHowANamelessWriterIsReached) {
  const Sender sender =
      First("Tên tôi xin không ghi. Cần hỏi xin nhắn vào hộp thư a@b.example");
  EXPECT_EQ(Value(sender.name), "(absent)");
  EXPECT_EQ(Value(sender.email), "a@b.example");
}

TEST(SendersTest, ReadsSignersOfATableThatLostItsLines) {
  const Fields fields = Extracted(
      "ĐƠN TỐ CÁO\nTôi là Lê Văn Tám.\nDanh sách:\nSTT Họ và tên | Thôn\n"
      "E)\n/2 Phạm Đức Nhớn | An Vệ\n3 |Tô Văn Rạng | An Vệ\n"
      "Người làm đơn\n");
  ASSERT_EQ(fields.senders.size(), 3U);
  EXPECT_EQ(Value(fields.senders[1].name), "Phạm Đức Nhớn");
  EXPECT_EQ(Value(fields.senders[2].name), "Tô Văn Rạng");
}

TEST(SendersTest, NeverTakesTheAccusedsDataForTheSenders) {
  const Sender sender = First(
      "Tôi là Lê Văn Tám. Tôi tố cáo ông Mai Bảy, địa chỉ: số 9, xã Bàu, "
      "điện thoại 0987654321.");
  EXPECT_EQ(Value(sender.name), "Lê Văn Tám");
  EXPECT_EQ(Value(sender.address), "(absent)");
}

TEST(SendersTest, TakesTheNameUnderTheSignatureWhereNoneOpens) {
  const Fields fields = Extracted(
      "ĐƠN TỐ CÁO\nKính gửi: UBND xã A\nXã thu tiền sai.\nNgười làm đơn\n"
      "(ký, ghi rõ họ tên)\nLê Văn Tám");
  ASSERT_EQ(fields.senders.size(), 1U);
  EXPECT_EQ(Value(fields.senders[0].name), "Lê Văn Tám");
  EXPECT_EQ(fields.anonymous.value, false);
}

TEST(SendersTest, ReadsSeveralNumberedWritersEachWithTheirOwnData) {
  const Fields fields = Extracted(
      "ĐƠN KIẾN NGHỊ\nKính gửi: UBND xã A\nChúng tôi gồm:\n"
      "1) Ông Lê Văn Tám, sinh năm 1963, CCCD 087063009450, ngụ tổ 3.\n"
      "2) Bà Mai Thị Bảy, sinh năm 1990, CCCD 087190014207, ngụ tổ 5.\n");
  ASSERT_EQ(fields.senders.size(), 2U);
  EXPECT_EQ(Value(fields.senders[0].id_number), "087063009450");
  EXPECT_EQ(Value(fields.senders[1].birth_date), "1990");
  EXPECT_EQ(Value(fields.senders[1].gender), "nữ");
}

TEST(SendersTest, TakesNoPartOfADayForAYearOfBirth) {
  const Fields fields = Extracted(
      "ĐƠN TỐ CÁO\nKính gửi: UBND xã A\n"
      "Tôi là Lê Văn Tám, sinh ngày 1/25, ngụ tổ 3.\n");
  ASSERT_EQ(fields.senders.size(), 1U);
  EXPECT_FALSE(fields.senders[0].birth_date);
}

TEST(SendersTest, ReadsCoSignersFromATable) {
  const Fields fields = Extracted(
      "ĐƠN TỐ CÁO\nKính gửi: UBND xã A\nTôi là Lê Văn Tám.\n"
      "STT | Họ và tên | Thôn | Điện thoại | Chữ ký\n"
      "1 | Lê Văn Tám | An Vệ | 0352667109 | (đã ký)\n"
      "2 | Mai Thị Bảy | An Lạc | 0983114520 | (đã ký)\n");
  ASSERT_EQ(fields.senders.size(), 2U);
  EXPECT_EQ(fields.senders[1].role, SenderRole::kCoSigner);
  EXPECT_EQ(Value(fields.senders[1].address), "An Lạc");
  EXPECT_EQ(Value(fields.senders[1].phone), "0983114520");
}

TEST(SendersTest, BringsTelephoneNumbersIntoTodaysNationalForm) {
  EXPECT_EQ(NationalPhone("84912345678"), "0912345678");
  EXPECT_EQ(NationalPhone("01692345678"), "0392345678");
  EXPECT_EQ(NationalPhone("01992345678"), "0592345678");
  EXPECT_EQ(NationalPhone("02623829146"), "02623829146");
  EXPECT_EQ(NationalPhone("0112345678"), "");
}

}  // namespace
}  // namespace donthu
