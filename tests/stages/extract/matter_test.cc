#include <gtest/gtest.h>

#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

Fields Body(const std::string& body) {
  return Extracted("ĐƠN KHIẾU NẠI\nKính gửi: UBND xã A\nTôi là Lê Văn Tám.\n" +
                   body);
}

TEST(RespondentsTest, ReadsTheLabelledLineOfAForm) {
  const Fields fields = Body(
      "Người bị khiếu nại: Chủ tịch Ủy ban nhân dân phường Nhơn Tân, địa "
      "chỉ: số 12 đường Trần Cao Vân, phường Nhơn Tân");
  ASSERT_EQ(fields.respondents.size(), 1U);
  const Respondent& one = fields.respondents[0];
  EXPECT_EQ(Value(one.position), "Chủ tịch");
  EXPECT_EQ(Value(one.organisation), "Ủy ban nhân dân phường Nhơn Tân");
  EXPECT_EQ(Value(one.address), "số 12 đường Trần Cao Vân, phường Nhơn Tân");
  EXPECT_EQ(one.kind, RespondentKind::kAuthority);
}

TEST(RespondentsTest, ReadsNamePostAndBodyInASentence) {
  const Fields fields = Body(
      "Tôi tố cáo ông Mai Văn Bảy, chức vụ: Phó Chủ tịch UBND xã Đạ Lây, trú "
      "tại thôn 2, xã Đạ Lây, đã nhận tiền.");
  ASSERT_EQ(fields.respondents.size(), 1U);
  const Respondent& one = fields.respondents[0];
  EXPECT_EQ(Value(one.name), "Mai Văn Bảy");
  EXPECT_EQ(Value(one.position), "Phó Chủ tịch");
  EXPECT_EQ(Value(one.organisation), "UBND xã Đạ Lây");
  EXPECT_EQ(Value(one.address), "thôn 2, xã Đạ Lây");
}

TEST(RespondentsTest, GivesALaterShortNameItsWholeOne) {
  const Fields fields = Extracted(
      "ĐƠN TỐ CÁO\nKính gửi: Công an xã A\nTôi là Lê Văn Tám.\nBà Mai Thị Bé "
      "Bảy, 51 tuổi, làm chủ hụi.\nTôi xin khởi tố bà Bé Bảy.\n");
  ASSERT_EQ(fields.respondents.size(), 1U);
  EXPECT_EQ(Value(fields.respondents[0].name), "Mai Thị Bé Bảy");
}

TEST(RespondentsTest, TakesTheEmployerAndItsHeadWhereNobodyElseIsNamed) {
  const Fields fields = Extracted(
      "ĐƠN TỐ CÁO\nKính gửi: Sở Y tế\nTôi là Lê Văn Tám. Tôi từng làm công "
      "nhân "
      "cho Công ty TNHH Nước Mát, địa chỉ số 4 đường Kênh, do bà Mai Thị Sáu "
      "làm giám đốc.\n");
  ASSERT_EQ(fields.respondents.size(), 2U);
  EXPECT_EQ(Value(fields.respondents[0].name), "Công ty TNHH Nước Mát");
  EXPECT_EQ(Value(fields.respondents[1].name), "Mai Thị Sáu");
  EXPECT_EQ(Value(fields.respondents[1].position), "giám đốc");
}

TEST(RespondentsTest, TakesTheIssuerWhereNobodyIsNamed) {
  const Fields fields = Body(
      "Tôi không đồng ý Quyết định số 12/QĐ-UBND ngày 3/5/2022 của UBND "
      "huyện Bàu Cạn về việc thu hồi đất.");
  ASSERT_EQ(fields.respondents.size(), 1U);
  EXPECT_EQ(Value(fields.respondents[0].name), "UBND huyện Bàu Cạn");
}

TEST(DecisionsTest, ReadsAYearOfTwoDigitsRightAfterTheNumber) {
  const auto date = [](const std::string& written) {
    const Fields fields =
        Extracted("ĐƠN KHIẾU NẠI\nTôi khiếu nại Quyết định số 57/QĐ-UBND " +
                  written + ".\n");
    return fields.decisions.empty() ? std::string("(none)")
                                    : Value(fields.decisions[0].date);
  };
  EXPECT_EQ(date("ký ngày 08/02/13"), "2013-02-08");
  EXPECT_EQ(date("ngày 5.4.98"), "1998-04-05");
  EXPECT_EQ(date("ngày 31.4.98"), "(absent)") << "no calendar has it";
  EXPECT_EQ(date("về việc thu hồi 12/5/21 mét"), "(absent)");
}

TEST(DecisionsTest, ReadsNumberDateIssuerSubjectAndKind) {
  const Fields fields = Body(
      "Quyết định số 1187/QĐ-UBND ngày 18 tháng 3 năm 2022 của UBND huyện "
      "Bàu Cạn về việc thu hồi đất.");
  ASSERT_EQ(fields.decisions.size(), 1U);
  const DecisionRef& one = fields.decisions[0];
  EXPECT_EQ(Value(one.number), "1187/QĐ-UBND");
  EXPECT_EQ(Value(one.date), "2022-03-18");
  EXPECT_EQ(Value(one.issuer), "UBND huyện Bàu Cạn");
  EXPECT_EQ(Value(one.subject), "thu hồi đất");
  EXPECT_EQ(Value(one.kind), "quyet_dinh");
}

TEST(DecisionsTest, ReadsTheDayInManyWords) {
  const auto day_of = [](const std::string& sentence) {
    const Fields fields = Extracted("ĐƠN KHIẾU NẠI\nKính gửi: UBND xã A\n" +
                                    sentence + "\nNgười làm đơn\n");
    return fields.decisions.empty() ? "none" : Value(fields.decisions[0].date);
  };
  EXPECT_EQ(day_of("Theo Quyết định 903/QĐ-UBND ngày 13 tháng sáu năm 2016."),
            "2016-06-13");
  EXPECT_EQ(day_of("Quyết định 903/QĐ-UBND ký ngày 3 tháng Mười hai năm 2020."),
            "2020-12-03");
  EXPECT_EQ(day_of("Ngày 16-8-1999 Uỷ ban nhân dân xã Mẫu có Quyết định số "
                   "33/QĐ-UB thu hồi đầm."),
            "1999-08-16");
  EXPECT_EQ(day_of("Ngày 16-8-1999 tôi nhận Quyết định số 33/QĐ-UB."),
            "(absent)");
  EXPECT_EQ(
      day_of("Ra Quyết định 09/QĐ-TH kỷ luật tôi bằng hình thức cảnh cáo, "
             "ký ngày 19 tháng 12 năm 2016."),
      "2016-12-19");
  EXPECT_EQ(day_of("Quyết định 2046/QĐ-UBND của Chủ tịch UBND tỉnh, ban hành "
                   "19/8/2021."),
            "2021-08-19");
  EXPECT_EQ(day_of("Thông báo số 15 ngày 20/10/2025 của xã."), "2025-10-20");
  EXPECT_EQ(day_of("Quyết định số 84/LĐTBXH ngày 5/6/98."), "1998-06-05");
}

TEST(DecisionsTest, CountsTheSameDecisionOnceAndNoLaw) {
  const Fields fields = Body(
      "Quyết định số 61/QĐ-XPHC phạt tôi. Quyết định số 61 trái Nghị định "
      "16/2022/NĐ-CP, Quyết định 17/2015/QĐ-TTg và Luật Đất đai.");
  ASSERT_EQ(fields.decisions.size(), 1U);
  EXPECT_EQ(Value(fields.decisions[0].number), "61/QĐ-XPHC");
}

TEST(DecisionsTest, ReadsADoubledStrokeAndAMisreadQ) {
  for (const char* number : {"61/QĐĐ-UBND", "61/QÐ-UBND", "61/OĐ-UBND"}) {
    const Fields fields = Extracted(
        "ĐƠN KHIẾU NẠI\nKính gửi: UBND xã A\nTôi khiếu nại Quyết định số " +
        std::string(number) + " ngày 0ó/3/2024.\n");
    ASSERT_EQ(fields.decisions.size(), 1U) << number;
    EXPECT_EQ(Value(fields.decisions[0].number), "61/QĐ-UBND");
    EXPECT_EQ(Value(fields.decisions[0].date), "2024-03-06");
  }
}

TEST(DecisionsTest, KnowsJudgmentsAndConclusions) {
  const Fields fields =
      Body("Theo Kết luận 46/KL-TTr và Bản án số 12/2023/HC-ST của Tòa.");
  ASSERT_EQ(fields.decisions.size(), 2U);
  EXPECT_EQ(Value(fields.decisions[0].kind), "ket_luan");
  EXPECT_EQ(Value(fields.decisions[1].number), "12/2023/HC-ST");
}

TEST(RequestsTest, ReadsAListAfterItsAnnouncement) {
  const Fields fields = Body(
      "Tôi trình bày như sau:\n1. Đất của tôi có từ năm 1990.\n"
      "Vì vậy tôi đề nghị UBND xã:\n1. Hủy bỏ quyết định số 5.\n"
      "2) Trả lại đất cho tôi;\nXin cảm ơn.");
  EXPECT_EQ(Joined(fields.requests),
            "Hủy bỏ quyết định số 5 | Trả lại đất cho tôi");
}

TEST(RequestsTest, ReadsClausesOfASentence) {
  EXPECT_EQ(Joined(Body("Xã làm sai, tôi rất khổ tâm và mất ăn mất ngủ.\n"
                        "Nay tôi yêu cầu UBND xã hủy bỏ quyết định nói trên, "
                        "trả lại toàn bộ tiền phạt cho tôi. Xin cảm ơn.")
                       .requests),
            "hủy bỏ quyết định nói trên | trả lại toàn bộ tiền phạt cho tôi");
}

TEST(RequestsTest, TakesNoVowForARequest) {
  EXPECT_EQ(Joined(Body("Đất nhà tôi bị ngập suốt mùa mưa năm ngoái.\n"
                        "Tôi xin cam đoan lời khai là đúng sự thật.")
                       .requests),
            "");
}

// Each item could itself announce a list of all that follow.
TEST(RequestsTest, ReadsALongListOnce) {
  constexpr std::size_t kItems = 20'000;
  std::string letter = "Vì vậy tôi đề nghị UBND xã:\n";
  for (std::size_t i = 0; i < kItems; ++i) {
    letter += "- Đề nghị sửa lại cầu qua kênh\n";
  }
  EXPECT_EQ(Body(letter).requests.size(), kItems);
}

TEST(AttachmentsTest, ReadsListLineAndSentence) {
  EXPECT_EQ(
      Joined(
          Body("Tài liệu kèm theo:\n- Bản sao sổ đỏ;\n- 02 ảnh.").attachments),
      "Bản sao sổ đỏ | 02 ảnh");
  EXPECT_EQ(
      Joined(Body("Gửi kèm: Thông báo số 3; hai ảnh, một đĩa.").attachments),
      "Thông báo số 3 | hai ảnh, một đĩa");
  EXPECT_EQ(
      Joined(Body("Tôi gửi kèm giấy hẹn và hợp đồng (bản chính).").attachments),
      "giấy hẹn | hợp đồng (bản chính)");
}

TEST(AttachmentsTest, ReadsAListThatLostItsMarks) {
  EXPECT_EQ(Joined(Extracted("ĐƠN TỐ CÁO\nTôi là Lê Văn Tám.\nTài liệu kèm "
                             "theo:\nBản sao sổ đỏ;\n11 biên lai.\nNgười "
                             "làm đơn\nLê Văn Tám\n")
                       .attachments),
            "Bản sao sổ đỏ | 11 biên lai");
}

TEST(AttachmentsTest, SaysWhetherOriginalsAreEnclosed) {
  EXPECT_TRUE(Body("Gửi kèm: sổ đỏ bản gốc").originals_enclosed->value);
  EXPECT_FALSE(Body("Gửi kèm: sổ đỏ (phô tô)").originals_enclosed->value);
  EXPECT_FALSE(Body("Gửi kèm: sổ đỏ").originals_enclosed);
}

TEST(SummaryTest, QuotesTheSubjectLineElseTheFirstRequest) {
  EXPECT_EQ(
      Value(Extracted("ĐƠN TỐ CÁO\n(V/v thu tiền sai)\nKính gửi: A").summary),
      "thu tiền sai");
  EXPECT_EQ(Value(Body("Tôi đề nghị:\n- Hủy quyết định số 5.").summary),
            "Hủy quyết định số 5");
}

TEST(SubjectFieldTest, WeighsWordsAndStaysSilentWithoutAny) {
  EXPECT_EQ(
      Body("Thu hồi đất, thửa đất số 5, tái định cư.").subject_field.value,
      "dat_dai");
  EXPECT_FALSE(Body("Tôi rất buồn.").subject_field.value);
}

TEST(InstanceTest, KnowsTheSecondComplaintByTheFirstSettlement) {
  EXPECT_EQ(Body("Tôi không đồng ý Quyết định giải quyết khiếu nại lần đầu.")
                .instance.value,
            "lan_hai");
  EXPECT_FALSE(Body("Tôi không đồng ý.").instance.value);
}

}  // namespace
}  // namespace donthu
