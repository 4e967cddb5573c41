#include "stages/extract/mentions.h"

#include <gtest/gtest.h>

#include "tests/stages/extract/extracted.h"

namespace donthu {
namespace {

// Fields of nothing, mended by spans that are told by their words.
struct Marked {
  FieldKind kind;
  std::string words;
};

Fields Mended(const std::string& text, const std::vector<Marked>& marked,
              Fields fields = {}) {
  const Letter letter = Normalize().FromPlainText(text).value();
  const LetterView view(letter);
  std::vector<TaggedSpan> spans;
  for (const Marked& one : marked) {
    EXPECT_NE(letter.text.find(one.words), std::string::npos) << one.words;
    spans.push_back({one.kind, SpanOfWords(letter, one.words)});
  }
  Mend(view, ZonesOf(view), spans, fields);
  return fields;
}

TEST(MentionsTest, DataBelongToThePersonNamedBefore) {
  const Fields fields = Mended(
      "Tôi là Lê Văn Tám, sinh năm 56, số máy 0912 345 678, và em tôi Lê Thị "
      "Chín, sinh 1960, CCCD 079060001234.",
      {{FieldKind::kSenderName, "Lê Văn Tám"},
       {FieldKind::kSenderBirth, "56"},
       {FieldKind::kSenderPhone, "0912 345 678"},
       {FieldKind::kSenderName, "Lê Thị Chín"},
       {FieldKind::kSenderBirth, "1960"},
       {FieldKind::kSenderId, "079060001234"}});
  ASSERT_EQ(NamesOf(fields.senders), "Lê Văn Tám | Lê Thị Chín");
  EXPECT_EQ(Value(fields.senders[0].birth_date), "1956");
  EXPECT_EQ(Value(fields.senders[0].phone), "0912345678");
  EXPECT_EQ(Value(fields.senders[0].id_number), "(absent)");
  EXPECT_EQ(Value(fields.senders[1].birth_date), "1960");
  EXPECT_EQ(Value(fields.senders[1].id_number), "079060001234");
  EXPECT_EQ(fields.senders[1].id_kind->value, IdKind::kCccd);
}

TEST(MentionsTest, ANameTwiceIsOnePersonAndNobodyComplainsOfHimself) {
  const Fields fields =
      Mended("LÊ VĂN TÁM viết. Lê Văn Tám ký. Lê Văn Tám xin.",
             {{FieldKind::kSenderName, "LÊ VĂN TÁM"},
              {FieldKind::kSenderName, "Lê Văn Tám ký"},
              {FieldKind::kRespondentName, "Lê Văn Tám"}});
  EXPECT_EQ(NamesOf(fields.senders), "LÊ VĂN TÁM | Lê Văn Tám ký");
  EXPECT_TRUE(fields.respondents.empty());
}

TEST(MentionsTest, PostAndBodyGoToTheNearestParty) {
  const Fields fields = Mended(
      "Tôi tố cáo ông Phạm Hùng, kế toán Trường Tiểu học Mẫu, và bà Đỗ Mai, "
      "thủ quỹ.",
      {{FieldKind::kRespondentName, "Phạm Hùng"},
       {FieldKind::kRespondentPosition, "kế toán"},
       {FieldKind::kRespondentOrganisation, "Trường Tiểu học Mẫu"},
       {FieldKind::kRespondentName, "Đỗ Mai"},
       {FieldKind::kRespondentPosition, "thủ quỹ"}});
  ASSERT_EQ(NamesOf(fields.respondents), "Phạm Hùng | Đỗ Mai");
  EXPECT_EQ(Value(fields.respondents[0].position), "kế toán");
  EXPECT_EQ(Value(fields.respondents[0].organisation), "Trường Tiểu học Mẫu");
  EXPECT_EQ(Value(fields.respondents[1].position), "thủ quỹ");
}

TEST(MentionsTest, WhatTheRulesKnowOfAPersonStays) {
  const std::string text = "Tôi là Lê Văn Tám.";
  Fields rules = Extracted(text);
  ASSERT_EQ(rules.senders.size(), 1U);
  rules.senders[0].role = SenderRole::kLawyer;
  const Fields fields =
      Mended(text, {{FieldKind::kSenderName, "Lê Văn Tám"}}, rules);
  EXPECT_EQ(fields.senders[0].role, SenderRole::kLawyer);
}

TEST(MentionsTest, DataThatSayNothingMakeNoSender) {
  EXPECT_TRUE(Mended("Tôi xin giấu tên.", {{FieldKind::kSenderPhone, "tên"}})
                  .senders.empty());
}

TEST(MentionsTest, NothingMarkedChangesNothingButRespondents) {
  const std::string text =
      "ĐƠN TỐ CÁO\nTôi là Lê Văn Tám.\nTôi tố cáo ông Phạm Hùng.\nTôi đề nghị "
      "xử lý ông Hùng.\n";
  Fields rules = Extracted(text);
  const Fields mended = Mended(text, {}, rules);
  EXPECT_EQ(NamesOf(rules.respondents), "Phạm Hùng");
  rules.respondents.clear();
  EXPECT_EQ(mended, rules);
}

TEST(MentionsTest, ABodyMarkedInPartIsNamedWholeWithItsHead) {
  const auto named = [](const std::string& text, const char* words) {
    return NamesOf(
        Mended(text, {{FieldKind::kRespondentOrganisation, words}}, {})
            .respondents);
  };
  EXPECT_EQ(named("Tôi khiếu nại Chủ tịch UBND xã Long Mẫu đã từ chối.",
                  "xã Long Mẫu"),
            "Chủ tịch UBND xã Long Mẫu");
  EXPECT_EQ(named("Nay UBND huyện Mẫu bác đơn của tôi.", "UBND huyện Mẫu bác"),
            "UBND huyện Mẫu");
  EXPECT_EQ(named("Do ông Lê Văn Tám ở UBND xã Mẫu nhận.", "Lê Văn Tám"),
            "Lê Văn Tám");
}

TEST(MentionsTest, WhatOnlyTheRulesFoundStaysWhereTheModelThinksItLikely) {
  const Letter letter =
      Normalize().FromPlainText("Tố cáo ông Phạm Hùng.").value();
  const LetterView view(letter);
  const std::vector<TextSpan> words = ChainWords(view);
  const std::vector<TaggedSpan> rules = {
      {FieldKind::kRespondentName, {11, 20}}};
  ASSERT_EQ(view.Text(rules[0].span), "Phạm Hùng");
  const auto marked = [&](float score) {
    std::vector<TagScores> scores(words.size());
    const auto kind = static_cast<std::size_t>(FieldKind::kRespondentName);
    for (TagScores& word : scores) word[kOutside] = 9.0F;
    scores[3][FirstTagOf(kind)] = score;
    std::vector<TaggedSpan> spans = {{FieldKind::kRequest, {0, 6}}};
    AddLikelyRespondents(rules, words, ChainProbabilities(scores, {}), spans);
    return spans;
  };
  EXPECT_EQ(marked(0.0F).size(), 1U);
  ASSERT_EQ(marked(18.0F).size(), 2U);
  EXPECT_EQ(marked(18.0F)[1], rules[0]);
}

TEST(MentionsTest, WhereNobodyIsComplainedOfTheLikeliestWordsAre) {
  const Letter letter =
      Normalize().FromPlainText("Tố cáo ông Phạm Hùng.").value();
  const LetterView view(letter);
  const std::vector<TextSpan> words = ChainWords(view);
  const auto kind = static_cast<std::size_t>(FieldKind::kRespondentName);
  const auto marked = [&](float score, std::vector<TaggedSpan> spans) {
    std::vector<TagScores> scores(words.size());
    for (TagScores& word : scores) word[kOutside] = 9.0F;
    scores[3][FirstTagOf(kind)] = score;
    scores[4][LaterTagOf(kind)] = 10.0F;
    AddLikelyRespondents({}, words, ChainProbabilities(scores, {}), spans);
    return spans;
  };
  const auto found = marked(8.0F, {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, FieldKind::kRespondentName);
  EXPECT_EQ(view.Text(found[0].span), "Phạm Hùng");
  EXPECT_TRUE(marked(4.0F, {}).empty());
  const TaggedSpan known = {FieldKind::kRespondentName, {0, 6}};
  EXPECT_EQ(marked(8.0F, {known}).size(), 1U);
}

TEST(MentionsTest, RequestsAndEnclosuresOfTheModelTakeThePlaceOfTheRules) {
  const Fields fields = Mended("Xin hủy quyết định và đền cây. Kèm ảnh và đơn.",
                               {{FieldKind::kRequest, "hủy quyết định"},
                                {FieldKind::kRequest, "đền cây"},
                                {FieldKind::kAttachment, "ảnh"}});
  EXPECT_EQ(Joined(fields.requests), "hủy quyết định | đền cây");
  EXPECT_EQ(Joined(fields.attachments), "ảnh");
}

// The rules stop at "Hạt", at "huyện".
TEST(MentionsTest, TheModelSaysWhereAQuotedValueEnds) {
  const std::string text =
      "Tôi là Lê Văn Tám, ở ấp 2, xã An Vệ, huyện Mẫu. Tôi khiếu nại Quyết "
      "định "
      "số 12/QĐ-HKL ngày 02/3/2024 của Hạt Kiểm lâm liên huyện.";
  const auto cut = [&](const char* words) {
    return Mended(text, {{FieldKind::kSenderAddress, words}})
        .senders[0]
        .address;
  };
  Fields rules;
  rules.senders.emplace_back().address = cut("ấp 2, xã");
  rules.decisions.emplace_back().issuer = cut("Hạt");
  const Fields fields =
      Mended(text,
             {{FieldKind::kSenderAddress, "ấp 2, xã An Vệ, huyện Mẫu"},
              {FieldKind::kDecisionIssuer, "Hạt Kiểm lâm liên huyện"}},
             rules);
  EXPECT_EQ(Value(fields.senders[0].address), "ấp 2, xã An Vệ, huyện Mẫu");
  EXPECT_EQ(Value(fields.decisions[0].issuer), "Hạt Kiểm lâm liên huyện");
}

TEST(MentionsTest, ADecisionThatIsNamedAgainIsOne) {
  for (const std::string again : {"905/ QĐ-UBND", "905/ QĐĐ-UBND"}) {
    const std::string text =
        "Tôi khiếu nại Quyết định số 905/QĐ-UBND. Theo " + again + " thì sai.";
    const Fields fields =
        Mended(text, {{FieldKind::kDecisionNumber, again}}, Extracted(text));
    ASSERT_EQ(fields.decisions.size(), 1U) << again;
    EXPECT_EQ(Value(fields.decisions[0].number), "905/QĐ-UBND");
  }
}

TEST(MentionsTest, ARuleForAllIsNoDecisionAndAHeadingNobody) {
  EXPECT_TRUE(Mended("Theo Quyết định 2099/QĐ-TTg thì sai.",
                     {{FieldKind::kDecisionNumber, "2099/QĐ-TTg"}})
                  .decisions.empty());
  const std::string text = "I. NGƯỜI LÀM ĐƠN TỐ CÁO:\nTôi xin giấu tên.\n";
  EXPECT_TRUE(Mended(text, {}, Extracted(text)).senders.empty());
}

TEST(MentionsTest, APaperWithoutANumberHasItsDate) {
  const Fields fields = Mended(
      "Biên bản làm việc lập ngày 9/7/15 ghi tôi vắng mặt. Hôm 3/8/2015 tôi "
      "ốm.",
      {{FieldKind::kDecisionDate, "9/7/15"},
       {FieldKind::kDecisionDate, "3/8/2015"}});
  ASSERT_EQ(fields.decisions.size(), 1U);
  EXPECT_EQ(Value(fields.decisions[0].date), "2015-07-09");
  EXPECT_EQ(Value(fields.decisions[0].kind), "bien_ban");
  EXPECT_EQ(Value(fields.decisions[0].number), "(absent)");
}

TEST(MentionsTest, WhatIsNotMarkedIsLookedForAroundTheNumber) {
  Fields written;
  written.letter_date = LocatedText{};
  written.letter_date->value = "2026-03-20";
  const Fields fields = Mended(
      "Phiếu xin lỗi 19/PXL, ký 12/02/2026, hẹn lại.\n"
      "Ngày 24/8, UBND xã Bình An gửi Công văn 38/UBND-NC trả hồ sơ.",
      {{FieldKind::kDecisionNumber, "19/PXL"},
       {FieldKind::kDecisionNumber, "38/UBND-NC"}},
      written);
  ASSERT_EQ(fields.decisions.size(), 2U);
  EXPECT_EQ(Value(fields.decisions[0].date), "2026-02-12");
  EXPECT_EQ(Value(fields.decisions[1].date), "2025-08-24");
}

TEST(MentionsTest, WhoHoldsAPostIsNamedBesideIt) {
  const auto accused = [](const std::string& text, const std::string& body) {
    const Fields fields =
        Mended(text, {{FieldKind::kRespondentOrganisation, body}});
    return fields.respondents.empty() ? "(none)"
                                      : Value(fields.respondents[0].name);
  };
  EXPECT_EQ(accused("Do ông Trần Quốc Hớn, Chủ tịch UBND huyện Bến Đước ký.",
                    "UBND huyện Bến Đước"),
            "Trần Quốc Hớn");
  EXPECT_EQ(accused("Chủ tịch UBND xã Tân Keo là ông Phan Minh Chiến ký.",
                    "UBND xã Tân Keo"),
            "Phan Minh Chiến");
  EXPECT_EQ(accused("Tôi gặp ông Lê Văn Tám. Chủ tịch UBND xã Tân Keo ký.",
                    "UBND xã Tân Keo"),
            "Chủ tịch UBND xã Tân Keo");
}

TEST(MentionsTest, ADayWithoutAYearIsTheLastOneBeforeTheLetter) {
  const auto date_of = [](const char* day, const char* letter_date) {
    Fields rules;
    rules.letter_date.emplace().value = letter_date;
    const Fields fields =
        Mended("Xã lập biên bản " + std::string(day) + " tại nhà tôi.",
               {{FieldKind::kDecisionDate, day}}, rules);
    return fields.decisions.empty() ? "none" : Value(fields.decisions[0].date);
  };
  EXPECT_EQ(date_of("ngày 24/8", "2023-09-01"), "2023-08-24");
  EXPECT_EQ(date_of("ngày 24/8", "2023-08-24"), "2023-08-24");
  EXPECT_EQ(date_of("24 tháng 12", "2024-01-05"), "2023-12-24");
  EXPECT_EQ(date_of("ngày 24/8", "2023-09"), "none");
  EXPECT_EQ(date_of("ngày 31/6", "2023-09-01"), "none");
  EXPECT_EQ(date_of("ngày 24/8/23", "2024-09-01"), "2023-08-24");
}

TEST(MentionsTest, ANameEndsBeforeThePostThatItsBearerHolds) {
  const Fields fields = Mended(
      "Tôi kêu ông Bùi Văn Đểu làm Chủ tịch xã Lạc Mẫu.",
      {{FieldKind::kRespondentName, "Bùi Văn Đểu làm Chủ tịch xã Lạc Mẫu"}});
  EXPECT_EQ(NamesOf(fields.respondents), "Bùi Văn Đểu");
}

}  // namespace
}  // namespace donthu
