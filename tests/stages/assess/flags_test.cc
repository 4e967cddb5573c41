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

TEST(FlagsTest, TwoWritersMakeACaseComplexButNoProposal) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.fields.senders.emplace_back();
  EXPECT_EQ(FlagsOf(sample), "phuc_tap_nhieu_nguoi");
  sample.classification.label = Label::kKienNghi;
  EXPECT_EQ(FlagsOf(sample), "");
}

TEST(FlagsTest, CommunesOfAddressesAndRecipientsAreNotThoseOfTheMatter) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.letter.text = "Gửi UBND xã Mẫu. Tôi ở xã Thử. Việc ở xã Thật.";
  sample.fields.recipients[0].name.span = {4, 15};
  sample.fields.senders[0].address->span = {23, 29};
  EXPECT_EQ(FlagsOf(sample), "");
  sample.letter.text += " Và ở phường Hai, thị trấn Ba, xã Thật.";
  EXPECT_EQ(FlagsOf(sample), "phuc_tap_nhieu_dia_diem");
}

TEST(FlagsTest, TwoContentsAreManyAlsoOfOneClass) {
  SampleLetter sample = SampleOf(Label::kHonHop);
  Part part;
  part.label = Label::kToCao;
  sample.classification.parts = {part, part};
  EXPECT_EQ(FlagsOf(sample), "phuc_tap_nhieu_noi_dung");
}

TEST(FlagsTest, ABodyNamedTwiceIsOne) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.fields.respondents.push_back(sample.fields.respondents[0]);
  EXPECT_EQ(FlagsOf(sample), "");
  sample.fields.respondents[1].organisation = Text("UBND phường Khác");
  EXPECT_EQ(FlagsOf(sample), "phuc_tap_nhieu_co_quan");
}

TEST(FlagsTest, WhatConcernsAnotherCountryIsComplex) {
  EXPECT_EQ(FlagsWith("người quốc tịch Lào"), "phuc_tap_nuoc_ngoai");
  EXPECT_EQ(FlagsWith("quốc tịch Việt Nam"), "");
}

}  // namespace
}  // namespace donthu
