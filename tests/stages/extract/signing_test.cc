#include <gtest/gtest.h>

#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

TEST(SigningTest, BelievesOnlyWhatTheTextSaysOfASignature) {
  const std::string head = "ĐƠN TỐ CÁO\nKính gửi: A\nTôi kể.\nNgười làm đơn\n";
  EXPECT_EQ(Extracted(head + "(đã ký)\nLê Tám").signed_by_hand.value, true);
  EXPECT_EQ(Extracted(head + "(điểm chỉ)\nLê Tám").signed_by_hand.value, true);
  EXPECT_FALSE(
      Extracted(head + "(Ký hoặc điểm chỉ)\nLê Tám").signed_by_hand.value);
  EXPECT_FALSE(Extracted(head + "Lê Tám").signed_by_hand.value);
}

TEST(SigningTest, CallsALetterWithoutAnyNameAnonymous) {
  EXPECT_EQ(Extracted("ĐƠN TỐ CÁO\nKính gửi: UBND xã A\nTôi xin giấu tên. Xã "
                      "thu tiền.\nMột người dân")
                .anonymous.value,
            true);
}

TEST(SigningTest, CountsTheHouseholdsThatWrite) {
  const Fields fields = Extracted(
      "ĐƠN KIẾN NGHỊ\nKính gửi: UBND xã A\nChúng tôi gồm 38 hộ dân ấp Chợ.");
  ASSERT_TRUE(fields.signer_count);
  EXPECT_EQ(fields.signer_count->value, 38);
  EXPECT_EQ(fields.collective.value, true);
}

TEST(SigningTest, TakesAQuarterForNoCrowd) {
  EXPECT_EQ(Extracted("ĐƠN KHIẾU NẠI\nKính gửi: UBND xã A\nTôi là Lê Văn "
                      "Tám, ở khu tập thể Nông trường chè, xã A.")
                .collective.value,
            false);
}

}  // namespace
}  // namespace donthu
