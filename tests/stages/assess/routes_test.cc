#include <gtest/gtest.h>

#include "tests/stages/assess/sample_letter.h"

namespace donthu {
namespace {

SampleLetter Addressed(Label label, Office office) {
  SampleLetter sample = SampleOf(label);
  sample.office = std::move(office);
  return sample;
}

std::string CompetentOf(const SampleLetter& sample) {
  const auto competent = sample.Assessed().competence.competent;
  if (!competent) return "null";
  return *competent ? "true" : "false";
}

TEST(CompetenceTest, IsUnknownWithoutAnOffice) {
  EXPECT_EQ(CompetentOf(SampleOf(Label::kKhieuNai)), "null");
}

TEST(CompetenceTest, AFirstComplaintOfOurOwnActIsOurs) {
  EXPECT_EQ(CompetentOf(Addressed(Label::kKhieuNai, Ward())), "true");
}

TEST(CompetenceTest, AFirstComplaintOfAnotherLevelIsNotOurs) {
  const Office province = {"UBND tỉnh Mẫu", {}, OfficeLevel::kTinh, ""};
  EXPECT_EQ(CompetentOf(Addressed(Label::kKhieuNai, province)), "false");
}

TEST(CompetenceTest, AnotherOfficeOfOurLevelIsLeftToAPerson) {
  const Office other = {"UBND phường Mẫu", {}, OfficeLevel::kXa, ""};
  EXPECT_EQ(CompetentOf(Addressed(Label::kKhieuNai, other)), "null");
}

TEST(CompetenceTest, ASecondComplaintIsAHintOnly) {
  SampleLetter sample = Addressed(Label::kKhieuNai, Ward());
  sample.fields.instance.value = "lan_hai";
  EXPECT_EQ(CompetentOf(sample), "null");
  EXPECT_EQ(
      sample.Assessed().competence.law,
      "Luật Khiếu nại Điều 7, Điều 20, Điều 21; Nghị định 141/2025/NĐ-CP");
}

TEST(CompetenceTest, ADenouncedOfficialOfOursIsOurs) {
  EXPECT_EQ(CompetentOf(Addressed(Label::kToCao, Ward())), "true");
}

TEST(CompetenceTest, OurOwnHeadIsForTheBodyAbove) {
  SampleLetter sample = Addressed(Label::kToCao, Ward());
  sample.fields.respondents[0].position = Text("Phó Chủ tịch");
  EXPECT_EQ(CompetentOf(sample), "false");
}

TEST(CompetenceTest, ANameWithinALongerNameIsAnotherOffice) {
  SampleLetter sample = Addressed(Label::kToCao, Ward());
  sample.fields.respondents[0].organisation = Text("UBND phường Thửa");
  EXPECT_EQ(CompetentOf(sample), "null");
}

TEST(RoutesTest, AComplaintOfOursIsProposedForAcceptance) {
  EXPECT_EQ(RoutesOf(Addressed(Label::kKhieuNai, Ward())), "thu_ly");
}

TEST(RoutesTest, AComplaintOfOthersIsGuidedAndNotForwarded) {
  const Office province = {"UBND tỉnh Mẫu", {}, OfficeLevel::kTinh, ""};
  EXPECT_EQ(RoutesOf(Addressed(Label::kKhieuNai, province)), "huong_dan");
}

TEST(RoutesTest, BothWaysAreShownWhereCompetenceIsUnknown) {
  EXPECT_EQ(RoutesOf(SampleOf(Label::kKhieuNai)), "thu_ly huong_dan");
  EXPECT_EQ(RoutesOf(SampleOf(Label::kToCao)), "thu_ly chuyen_don");
  EXPECT_EQ(RoutesOf(SampleOf(Label::kPhanAnh)), "thu_ly chuyen_don");
}

TEST(RoutesTest, AComplaintThatIsNotEligibleIsGuidedOrRefused) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.fields.requests.clear();
  EXPECT_EQ(RoutesOf(sample), "huong_dan");
  sample.office = Ward();
  EXPECT_EQ(RoutesOf(sample), "huong_dan khong_thu_ly");
}

TEST(RoutesTest, ADenunciationOfOursIsProposedForAcceptance) {
  EXPECT_EQ(RoutesOf(Addressed(Label::kToCao, Ward())), "thu_ly");
}

TEST(RoutesTest, ADenunciationOfOthersIsForwarded) {
  SampleLetter sample = Addressed(Label::kToCao, Ward());
  sample.fields.respondents[0].position = Text("Chủ tịch");
  EXPECT_EQ(RoutesOf(sample), "chuyen_don");
}

TEST(RoutesTest, ADenunciationThatIsNotEligibleIsRefusedWithReasons) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.fields.letter_date.reset();
  EXPECT_EQ(RoutesOf(sample), "khong_thu_ly");
}

TEST(RoutesTest, AnAnonymousDenunciationIsFiled) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.fields.anonymous.value = true;
  EXPECT_EQ(RoutesOf(sample), "luu_don");
}

TEST(RoutesTest, SignsOfACrimeComeFirst) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.letter.text += " Ông ấy đã nhận hối lộ.";
  EXPECT_EQ(RoutesOf(sample), "chuyen_cqdt thu_ly chuyen_don");
}

TEST(RoutesTest, APartyMemberIsForTheParty) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.letter.text += " Ông ấy là đảng viên.";
  EXPECT_EQ(RoutesOf(sample), "chuyen_dang thu_ly chuyen_don");
}

TEST(RoutesTest, WhatIsUrgentIsReported) {
  SampleLetter sample = SampleOf(Label::kPhanAnh);
  sample.letter.text += " Việc rất KHẨN CẤP.";
  EXPECT_EQ(RoutesOf(sample), "bao_cao_khan thu_ly chuyen_don");
}

TEST(RoutesTest, AProposalThatIsNotEligibleIsFiled) {
  SampleLetter sample = SampleOf(Label::kKienNghi);
  sample.fields.senders.clear();
  EXPECT_EQ(RoutesOf(sample), "luu_don");
}

TEST(RoutesTest, AMixedLetterIsSplitAndOtherPapersAreGuided) {
  EXPECT_EQ(RoutesOf(SampleOf(Label::kHonHop)), "tach_don");
  EXPECT_EQ(RoutesOf(SampleOf(Label::kKhac)), "huong_dan");
}

}  // namespace
}  // namespace donthu
