#include <gtest/gtest.h>

#include "tests/stages/assess/sample_letter.h"

namespace donthu {
namespace {

const std::string kComplaints = "Luật Khiếu nại Điều 11 ";
const std::string kDenunciations = "Luật Tố cáo Điều ";

bool Hints(const SampleLetter& sample, const std::string& law) {
  const Assessment assessment = sample.Assessed();
  for (const Routing& route : assessment.routing) {
    if (route.law.rfind(law, 0) == 0) return true;
  }
  return false;
}

void AddDecision(SampleLetter& sample, const std::string& number,
                 const std::string& date) {
  DecisionRef decision;
  decision.number = Text(number);
  decision.date = Text(date);
  sample.fields.decisions.push_back(decision);
}

TEST(HintsTest, ASoundLetterHasNone) {
  EXPECT_FALSE(Hints(SampleOf(Label::kKhieuNai), kComplaints));
  EXPECT_FALSE(Hints(SampleOf(Label::kToCao), kDenunciations + "25"));
}

TEST(HintsTest, AYearInTheNumberTellsADocumentThatLaysDownRules) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  AddDecision(sample, "12/QĐ-UBND", "2026-06-01");
  AddDecision(sample, "2026/QĐ-UBND", "2026-06-01");
  EXPECT_FALSE(Hints(sample, kComplaints + "khoản 1"));
  AddDecision(sample, "12/2026/QĐ-UBND", "2026-06-01");
  EXPECT_TRUE(Hints(sample, kComplaints + "khoản 1"));
}

TEST(HintsTest, SomeoneElsesRightIsNotTheWritersOwn) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.letter.text += " Tôi thay mặt bà con khiếu nại.";
  EXPECT_TRUE(Hints(sample, kComplaints + "khoản 2"));
}

TEST(HintsTest, AWriterIsOfAgeOnTheEighteenthBirthday) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.fields.senders[0].birth_date = Text("2008-07-02");
  EXPECT_FALSE(Hints(sample, kComplaints + "khoản 3"));
  sample.fields.senders[0].birth_date = Text("2008-07-03");
  EXPECT_TRUE(Hints(sample, kComplaints + "khoản 3"));
  sample.fields.senders[0].birth_date = Text("2008");
  EXPECT_TRUE(Hints(sample, kComplaints + "khoản 3"));
  sample.fields.senders[0].birth_date = Text("2007");
  EXPECT_FALSE(Hints(sample, kComplaints + "khoản 3"));
}

TEST(HintsTest, ARepresentativeShowsAnAuthority) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.fields.senders[0].role = SenderRole::kAuthorised;
  EXPECT_TRUE(Hints(sample, kComplaints + "khoản 4"));
  sample.fields.attachments = {Text("Giấy ủy quyền ngày 01/7/2026")};
  EXPECT_FALSE(Hints(sample, kComplaints + "khoản 4"));
}

TEST(HintsTest, ASignatureThatNobodySawIsLeftToAPerson) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.fields.signed_by_hand.value.reset();
  EXPECT_FALSE(Hints(sample, kComplaints + "khoản 5"));
  sample.fields.signed_by_hand.value = false;
  EXPECT_TRUE(Hints(sample, kComplaints + "khoản 5"));
}

// The letter is of 2026-07-02: 90 days before is 2026-04-03.
TEST(HintsTest, NinetyDaysAreCountedFromTheLatestDecision) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  AddDecision(sample, "12/QĐ-UBND", "2026-04-02");
  EXPECT_TRUE(Hints(sample, kComplaints + "khoản 6, Điều 9"));
  AddDecision(sample, "13/QĐ-UBND", "2026-04-03");
  EXPECT_FALSE(Hints(sample, kComplaints + "khoản 6"));
}

TEST(HintsTest, ASecondComplaintHasThirtyDays) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  sample.fields.instance.value = "lan_hai";
  AddDecision(sample, "12/QĐ-UBND", "2026-06-02");
  EXPECT_FALSE(Hints(sample, kComplaints + "khoản 6"));
  sample.fields.decisions[0].date = Text("2026-06-01");
  EXPECT_TRUE(Hints(sample, kComplaints + "khoản 6, Điều 33"));
}

TEST(HintsTest, ADayThatIsNotFullyKnownEndsNoTimeLimit) {
  SampleLetter sample = SampleOf(Label::kKhieuNai);
  AddDecision(sample, "12/QĐ-UBND", "2019");
  EXPECT_FALSE(Hints(sample, kComplaints + "khoản 6"));
}

TEST(HintsTest, ADenunciationSentToSeveralIsNotHandledWhereNotOurs) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.fields.recipients.push_back({Text("Báo Mẫu"), RecipientKind::kTo});
  EXPECT_FALSE(Hints(sample, kDenunciations + "24 khoản 3"));
  sample.office = {"UBND phường Thử", {}, OfficeLevel::kXa, ""};
  sample.fields.respondents[0].position = Text("Chủ tịch");
  EXPECT_TRUE(Hints(sample, kDenunciations + "24 khoản 3"));
}

TEST(HintsTest, AnAnonymousDenunciationWithProofsIsLookedAt) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.fields.anonymous.value = true;
  EXPECT_FALSE(Hints(sample, kDenunciations + "25 khoản 2"));
  sample.fields.attachments = {Text("ảnh chụp")};
  EXPECT_TRUE(Hints(sample, kDenunciations + "25 khoản 2"));
  sample.fields.respondents.clear();
  EXPECT_FALSE(Hints(sample, kDenunciations + "25 khoản 2"));
}

TEST(HintsTest, ADenunciationOfASettledComplaintNeedsProofs) {
  SampleLetter sample = SampleOf(Label::kToCao);
  sample.letter.text += " Ông ký quyết định giải quyết khiếu nại sai.";
  EXPECT_TRUE(Hints(sample, kDenunciations + "29 khoản 1"));
}

}  // namespace
}  // namespace donthu
