#include <gtest/gtest.h>

#include "tests/stages/assess/sample_letter.h"

namespace donthu {
namespace {

std::string FlagsWith(const std::string& words) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.letter.text += " " + words;
  return FlagsOf(sample);
}

TEST(FlagsTest, APlainLetterHasNone) { EXPECT_EQ(FlagsWith(""), ""); }

TEST(FlagsTest, KnowsItsPhrases) {
  EXPECT_EQ(FlagsWith("ĐƠN KÊU CỨU"), "khan_cap");
  EXPECT_EQ(FlagsWith("việc này có dấu hiệu hình sự"), "dau_hieu_toi_pham");
  EXPECT_EQ(FlagsWith("ông ấy lợi dụng chức vụ"), "tham_nhung");
  EXPECT_EQ(FlagsWith("theo Điều lệ Đảng"), "dang_vien");
  EXPECT_EQ(FlagsWith("mong được giữ bí mật"), "co_de_nghi_bao_ve");
}

TEST(FlagsTest, APhraseMayRunOverALine) {
  EXPECT_EQ(FlagsWith("rất khẩn\ncấp"), "khan_cap");
}

TEST(FlagsTest, TheNameOfALawIsNoAccusation) {
  EXPECT_EQ(FlagsWith("Luật Phòng, chống tham nhũng"), "");
}

TEST(FlagsTest, WhatIsSaidBesideAnExceptionStillCounts) {
  EXPECT_EQ(FlagsWith("Tôi là đảng viên. Ông ấy cũng là đảng viên."),
            "dang_vien");
}

TEST(FlagsTest, ALetterWithoutAWriterIsAnonymous) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.fields.anonymous.value = true;
  EXPECT_EQ(FlagsOf(sample), "nac_danh");
}

TEST(FlagsTest, FiveSignersAreMany) {
  SampleLetter sample = SampleOf(Label::kKienNghi);
  sample.fields.signer_count = Located<int>();
  sample.fields.signer_count->value = 4;
  EXPECT_EQ(FlagsOf(sample), "");
  sample.fields.signer_count->value = 5;
  EXPECT_EQ(FlagsOf(sample), "dong_nguoi");
}

TEST(FlagsTest, TwoRecipientsAreSeveral) {
  SampleLetter sample = SampleOf(Label::kKienNghi);
  sample.fields.recipients.push_back({Text("Báo Mẫu"), RecipientKind::kCc});
  EXPECT_EQ(FlagsOf(sample), "gui_nhieu_noi");
}

}  // namespace
}  // namespace donthu
