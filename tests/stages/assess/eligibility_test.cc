#include <gtest/gtest.h>

#include "tests/stages/assess/sample_letter.h"

namespace donthu {
namespace {

// Each check: a letter that passes, one that fails.
std::string Spoiled(Label label, const std::string& check,
                    void (*spoil)(SampleLetter&)) {
  SampleLetter sample = SampleOf(label);
  const std::string before = ResultOf(sample, check);
  spoil(sample);
  return before + " " + ResultOf(sample, check);
}

TEST(EligibilityTest, ALetterThatLacksNothingIsEligible) {
  for (const Label label :
       {Label::kKhieuNai, Label::kToCao, Label::kKienNghi, Label::kPhanAnh}) {
    EXPECT_EQ(EligibleOf(SampleOf(label)), "true") << ToString(label);
  }
}

TEST(EligibilityTest, AForeignLetterIsNotVietnamese) {
  EXPECT_EQ(Spoiled(Label::kKhieuNai, "tieng_viet",
                    [](SampleLetter& s) {
                      s.letter.text =
                          "Dear Sir, I am writing to complain about the "
                          "decision which your office took last month. The "
                          "house was damaged by flooding and nobody answered "
                          "my previous letters, although they were registered.";
                    }),
            "pass fail");
}

TEST(EligibilityTest, AVietnameseLetterWithoutMarksIsVietnamese) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.letter.text =
      "Toi lam don nay de khieu nai viec Uy ban nhan dan phuong thu hoi dat "
      "cua gia dinh toi ma khong co quyet dinh nao ca";
  EXPECT_EQ(ResultOf(sample, "tieng_viet"), "pass");
}

TEST(EligibilityTest, AFewWordsTellNoLanguage) {
  EXPECT_EQ(Spoiled(Label::kKhieuNai, "tieng_viet",
                    [](SampleLetter& s) { s.letter.text = "Kính gửi"; }),
            "pass unknown");
}

TEST(EligibilityTest, ALetterNeedsItsDay) {
  EXPECT_EQ(Spoiled(Label::kToCao, "ngay_viet",
                    [](SampleLetter& s) { s.fields.letter_date.reset(); }),
            "pass fail");
}

TEST(EligibilityTest, AMonthIsNoDay) {
  EXPECT_EQ(
      Spoiled(Label::kToCao, "ngay_viet",
              [](SampleLetter& s) { s.fields.letter_date = Text("2026-07"); }),
      "pass fail");
}

TEST(EligibilityTest, AWriterNeedsNameAndAddress) {
  EXPECT_EQ(
      Spoiled(Label::kKienNghi, "ho_ten_dia_chi",
              [](SampleLetter& s) { s.fields.senders[0].address.reset(); }),
      "pass fail");
}

TEST(EligibilityTest, ALetterNeedsASignature) {
  EXPECT_EQ(
      Spoiled(Label::kKhieuNai, "ky_ten",
              [](SampleLetter& s) { s.fields.signed_by_hand.value = false; }),
      "pass fail");
}

TEST(EligibilityTest, ASignatureThatCannotBeSeenLeavesItToAPerson) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.fields.signed_by_hand.value.reset();
  EXPECT_EQ(ResultOf(sample, "ky_ten"), "unknown");
  EXPECT_EQ(EligibleOf(sample), "null");
}

TEST(EligibilityTest, AComplaintNamesWhomItIsAgainst) {
  EXPECT_EQ(Spoiled(Label::kKhieuNai, "nguoi_bi_khieu_nai",
                    [](SampleLetter& s) { s.fields.respondents.clear(); }),
            "pass fail");
}

TEST(EligibilityTest, AComplaintMayNameTheIssuerOfADecisionInstead) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.fields.respondents.clear();
  sample.fields.decisions.resize(1);
  sample.fields.decisions[0].issuer = Text("UBND phường Thử");
  EXPECT_EQ(ResultOf(sample, "nguoi_bi_khieu_nai"), "pass");
}

TEST(EligibilityTest, AComplaintAsksForSomething) {
  EXPECT_EQ(Spoiled(Label::kKhieuNai, "noi_dung_khieu_nai",
                    [](SampleLetter& s) { s.fields.requests.clear(); }),
            "pass fail");
}

TEST(EligibilityTest, ADenunciationNamesSomeone) {
  EXPECT_EQ(Spoiled(Label::kToCao, "nguoi_bi_to_cao",
                    [](SampleLetter& s) { s.fields.respondents.clear(); }),
            "pass fail");
}

TEST(EligibilityTest, ADenouncerCanBeReached) {
  EXPECT_EQ(
      Spoiled(Label::kToCao, "lien_he",
              [](SampleLetter& s) { s.fields.senders[0].address.reset(); }),
      "pass fail");
}

TEST(EligibilityTest, AProposalHasABody) {
  EXPECT_EQ(Spoiled(Label::kPhanAnh, "noi_dung_kien_nghi",
                    [](SampleLetter& s) { s.letter.text = "Kính gửi"; }),
            "pass fail");
}

TEST(EligibilityTest, AComplaintSentToItsIssuerAndToOthersIsSentToMany) {
  EXPECT_EQ(Spoiled(Label::kKhieuNai, "gui_nhieu_noi",
                    [](SampleLetter& s) {
                      s.fields.instance.value = "lan_dau";
                      s.fields.recipients.push_back(
                          {Text("Chủ tịch Uỷ ban nhân dân phường Thử"),
                           RecipientKind::kCc});
                    }),
            "pass fail");
}

TEST(EligibilityTest, OnlyAnOfficeThatKnowsItsCompetenceAsksOfManyAddressees) {
  EXPECT_EQ(Spoiled(Label::kPhanAnh, "gui_nhieu_noi",
                    [](SampleLetter& s) {
                      s.fields.recipients.push_back(
                          {Text("Báo Mẫu"), RecipientKind::kCc});
                    }),
            "pass not_applicable");
}

TEST(EligibilityTest, ChecksOfOtherClassesDoNotApply) {
  const SampleLetter sample = SampleOf(Label::kToCao);
  EXPECT_EQ(ResultOf(sample, "noi_dung_khieu_nai"), "not_applicable");
  EXPECT_EQ(ResultOf(sample, "noi_dung_kien_nghi"), "not_applicable");
}

TEST(EligibilityTest, NothingIsAskedOfOtherPapers) {
  EXPECT_EQ(EligibleOf(SampleOf(Label::kKhac)), "null");
  EXPECT_EQ(ResultOf(SampleOf(Label::kKhac), "ky_ten"), "not_applicable");
}

TEST(EligibilityTest, AnAnonymousDenunciationIsLeftToAPerson) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.fields.anonymous.value = true;
  EXPECT_EQ(ResultOf(sample, "ky_ten"), "fail");
  EXPECT_EQ(EligibleOf(sample), "null");
}

TEST(EligibilityTest, AnAnonymousComplaintIsNotEligible) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.fields.anonymous.value = true;
  EXPECT_EQ(EligibleOf(sample), "false");
}

TEST(EligibilityTest, EveryPartIsJudgedByItself) {
  SampleLetter sample = SampleOf(Label::kHonHop);
  sample.classification.parts = {{Label::kKhieuNai, {}, {}, {}, {}},
                                 {Label::kToCao, {}, {}, {}, {}}};
  sample.fields.requests.clear();
  const auto found = sample.Assessed().eligibility;
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].eligible, false);
  EXPECT_EQ(found[1].eligible, true);
}

TEST(EligibilityTest, AnAnswerNamesItsArticleAndItsKey) {
  const Check check =
      SampleOf(Label::kToCao).Assessed().eligibility[0].checks[1];
  EXPECT_EQ(check.law,
            "Thông tư 05/2021/TT-TTCP Điều 6 khoản 2 điểm a; Luật Khiếu nại "
            "Điều 8 khoản 2; Luật Tố cáo Điều 23 khoản 1");
  EXPECT_EQ(check.evidence, "fields.letter_date");
}

}  // namespace
}  // namespace donthu
