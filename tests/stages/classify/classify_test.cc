// The model of the repository on letters that stand nowhere in its corpus.
#include "stages/classify/classify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "models/text_offsets.h"
#include "stages/classify/noise.h"
#include "tests/stages/classify/corpus_letters.h"

namespace donthu {
namespace {

constexpr std::string_view kComplaint =
    "ĐƠN TỐ CÁO\n"
    "Kính gửi: Chủ tịch UBND thành phố\n"
    "Tôi là Đoàn Văn Quý, ở phường Hòa Sơn.\n"
    "Ngày 12/3/2024 Ủy ban ra Quyết định số 871/QĐ-UBND thu hồi 96 m2 đất ở "
    "của gia đình tôi nhưng chỉ tính bồi thường theo giá đất vườn.\n"
    "Gia đình tôi ở đây từ năm 1987, có giấy chứng nhận quyền sử dụng đất, "
    "nộp thuế đủ hằng năm. Cách làm đó gây thiệt hại cho quyền lợi của tôi.\n"
    "Tôi đề nghị Chủ tịch xem xét lại, hủy Quyết định số 871/QĐ-UBND và tính "
    "lại tiền bồi thường theo giá đất ở cho gia đình tôi.\n"
    "Tôi xin cảm ơn.\nĐoàn Văn Quý";

constexpr std::string_view kDenunciation =
    "ĐƠN KHIẾU NẠI\n"
    "Kính gửi: Thanh tra huyện\n"
    "Tôi là Mạc Thị Lý, người dân thôn Đông.\n"
    "Ông Vũ Đình Bách, kế toán xã, đã lập khống danh sách 14 người nhận trợ "
    "cấp lũ lụt, ký giả chữ ký rồi rút 42.000.000 đồng bỏ túi riêng.\n"
    "Bà Lê Thị Mão, thủ quỹ, nhận của ông Bách 5 triệu đồng để làm ngơ. Tôi "
    "có bản sao danh sách và lời làm chứng của ba người.\n"
    "Đề nghị Thanh tra xác minh, làm rõ, xử lý nghiêm ông Bách và bà Mão, thu "
    "hồi tiền về ngân sách. Xin giữ bí mật tên tôi.\n"
    "Mạc Thị Lý";

constexpr std::string_view kReport =
    "Kính gửi: Phòng Quản lý đô thị\n"
    "Tôi là người dân đường Trần Khát Chân.\n"
    "Hiện nay đoạn đường trước chợ bị ngập mỗi khi mưa, nước đen tràn vào "
    "nhà, mùi hôi thối, xe máy chết máy hàng loạt. Nắp cống vỡ từ tháng 5, ban "
    "đêm tối om đã có hai người ngã. Không rõ cống tắc ở đâu.\n"
    "Tôi báo để phòng nắm tình hình, cử người xuống kiểm tra và khắc phục "
    "sớm cho người dân đi lại an toàn.\n"
    "Xin cảm ơn.";

constexpr std::string_view kMixed =
    "ĐƠN ĐỀ NGHỊ\nKính gửi: UBND huyện\nTôi là Phí Văn Tạo, ở thôn Hạ.\n"
    "Việc thứ nhất: Quyết định số 55/QĐ-UBND ngày 02/4/2022 thu hồi 200 m2 "
    "đất của gia đình tôi mà không bồi thường. Tôi đề nghị hủy quyết định đó "
    "và trả lại đất cho tôi.\n"
    "Việc thứ hai: ông Ngô Quang Trụ, cán bộ địa chính xã, đã nhận của bốn hộ "
    "mỗi hộ 20 triệu đồng để sửa sổ địa chính, ký giả chữ ký chủ đất. Tôi đề "
    "nghị xác minh, xử lý kỷ luật ông Trụ và thu hồi số tiền ấy.\n"
    "Tôi xin cam đoan đúng sự thật.\nPhí Văn Tạo";

TEST(ClassifyTest, AComplaintTitledDenunciationIsAComplaint) {
  const Classification out = Classified(kComplaint);
  EXPECT_EQ(out.label, Label::kKhieuNai);
  EXPECT_EQ(out.title_label, Label::kToCao);
  EXPECT_TRUE(out.title_mismatch);
}

TEST(ClassifyTest, ADenunciationTitledComplaintIsADenunciation) {
  EXPECT_EQ(Classified(kDenunciation).label, Label::kToCao);
}

TEST(ClassifyTest, AReportWithoutATitleIsAReport) {
  const Classification out = Classified(kReport);
  EXPECT_EQ(out.label, Label::kPhanAnh);
  EXPECT_EQ(out.title_label, std::nullopt);
  EXPECT_FALSE(out.title_mismatch);
}

std::array<double, 6> ProbabilitiesWith(const ClassPriors& priors) {
  static const auto kModel =
      LoadClassModel(kClassifierFolder + "/donthu.model");
  // Too little to be sure of anything.
  const Letter letter = PlainLetter("Tôi mong cơ quan xem xét việc ở thôn.");
  return Classify(*kModel, priors).Run({letter, {}})->probabilities;
}

TEST(ClassifyTest, WhatIsCommonerAtAnOfficeIsLikelier) {
  ClassPriors priors;
  priors[Label::kKienNghi] = 50.0;
  const auto at = static_cast<std::size_t>(Label::kKienNghi);
  const double plain = ProbabilitiesWith({})[at];
  const double odds = plain / (1.0 - plain);
  const double expected = 50.0 * odds / (1.0 + 50.0 * odds);
  ASSERT_GT(plain, 0.0);
  // The record rounds to four decimals, which the factor magnifies.
  EXPECT_NEAR(ProbabilitiesWith(priors)[at], expected, 50.0 * 1e-4);
}

TEST(ClassifyTest, CommonnessOfAllClassesAlikeChangesNothing) {
  ClassPriors priors;
  priors.factors.fill(3.0);
  EXPECT_EQ(ProbabilitiesWith(priors), ProbabilitiesWith({}));
}

TEST(ClassifyTest, TwoObjectsWithTwoRequestsAreTwoParts) {
  const Classification out = Classified(kMixed);
  EXPECT_EQ(out.label, Label::kHonHop);
  ASSERT_EQ(out.parts.size(), 2U);
  std::vector<Label> labels = {out.parts[0].label, out.parts[1].label};
  std::sort(labels.begin(), labels.end());
  EXPECT_EQ(labels, (std::vector<Label>{Label::kKhieuNai, Label::kToCao}));
  for (const Part& part : out.parts) EXPECT_FALSE(part.spans.empty());
}

TEST(ClassifyTest, TheMatterOfAPartIsNotItsEnclosures) {
  const std::string enclosed =
      std::string(kMixed) +
      "\nKèm theo đơn: Quyết định số 55/QĐ-UBND thu hồi đất của tôi.";
  const Classification out = Classified(enclosed);
  ASSERT_FALSE(out.parts.empty());
  for (const Part& part : out.parts) {
    ASSERT_TRUE(part.object);
    EXPECT_NE(part.object->rfind("Kèm theo", 0), 0U) << *part.object;
  }
}

TEST(ClassifyTest, RequestsGoToThePartThatTheySpeakFor) {
  const std::string text = PlainLetter(kMixed).text;
  const TextOffsets offsets(text);
  Fields fields;
  for (const std::string_view request :
       {"hủy quyết định đó", "xử lý kỷ luật ông Trụ"}) {
    const int start = offsets.IndexOf(text.find(request));
    LocatedText& located = fields.requests.emplace_back();
    located.span = {start, start + 10};
  }
  for (const Part& part : Classified(kMixed, fields).parts) {
    EXPECT_EQ(part.request_indexes,
              std::vector<int>{part.label == Label::kKhieuNai ? 0 : 1});
  }
}

TEST(ClassifyTest, TheTitleDoesNotChangeTheClass) {
  const std::string body(kComplaint.substr(kComplaint.find('\n') + 1));
  for (const std::string title :
       {"ĐƠN TỐ CÁO", "ĐƠN KIẾN NGHỊ", "ĐƠN PHẢN ÁNH", "ĐƠN XIN"}) {
    EXPECT_EQ(Classified(title + "\n" + body).label, Label::kKhieuNai) << title;
  }
}

TEST(ClassifyTest, EmptyTextIsOtherAndNotDecided) {
  for (const std::string_view text : {"", " \n\n", "...", "12"}) {
    const Classification out = Classified(text);
    EXPECT_EQ(out.label, Label::kKhac);
    EXPECT_FALSE(out.decided);
    EXPECT_TRUE(out.novel);
  }
}

TEST(ClassifyTest, OtherLanguagesBillsAndBlankFormsAreNotDecided) {
  const std::string english =
      "Dear Sir or Madam, thank you for your purchase of the leather boots on "
      "our website. Your parcel has been handed to the courier and should "
      "arrive within five working days. Should anything be missing, please "
      "write to our customer service and quote the number printed above.";
  std::string bill = "HÓA ĐƠN BÁN LẺ\n";
  std::string form = "ĐƠN KHIẾU NẠI\nKính gửi: ………\n";
  for (int i = 0; i < 20; ++i) {
    bill += "Mã 20" + std::to_string(i) + " x 2   45.000   90.000\n";
    form += "Họ và tên: ……………  Địa chỉ: ………………\n";
  }
  for (const std::string& text : {english, bill, form}) {
    const Classification out = Classified(text);
    EXPECT_TRUE(out.novel) << text.substr(0, 20);
    EXPECT_FALSE(out.decided) << text.substr(0, 20);
  }
}

TEST(ClassifyTest, ProbabilitiesSumToOne) {
  for (const auto text : {kComplaint, kDenunciation, kReport, kMixed}) {
    const Classification out = Classified(text);
    EXPECT_NEAR(std::accumulate(out.probabilities.begin(),
                                out.probabilities.end(), 0.0),
                1.0, 0.001);
  }
}

TEST(ClassifyTest, EvidenceLiesInTheTextWeightiestFirst) {
  const Classification out = Classified(kDenunciation);
  const int size = CodePointCount(PlainLetter(kDenunciation).text);
  ASSERT_GE(out.evidence.size(), 1U);
  ASSERT_LE(out.evidence.size(), 5U);
  double sum = 0.0;
  double last = 1.0;
  for (const Evidence& evidence : out.evidence) {
    EXPECT_LT(evidence.span.start, evidence.span.end);
    EXPECT_LE(evidence.span.end, size);
    EXPECT_LE(evidence.weight, last);
    last = evidence.weight;
    sum += evidence.weight;
  }
  EXPECT_LE(sum, 1.001);
}

// `text` on two pages, the second from the word after `words` on, within a
// paragraph.
Letter OnTwoPages(std::string_view text, std::string_view words) {
  Letter letter;
  letter.text = text;
  const std::size_t at = text.find(words) + words.size();
  letter.text.replace(at, 1, "\n\n");
  const TextOffsets offsets(letter.text);
  LetterLine line;
  line.page = 1;
  line.span = {0, offsets.IndexOf(at)};
  letter.lines.push_back(line);
  line.page = 2;
  line.span = {offsets.IndexOf(at + 2), offsets.size()};
  letter.lines.push_back(line);
  return letter;
}

TEST(ClassifyTest, APassageRunsOverTheEndOfAPage) {
  const Letter letter = OnTwoPages(kDenunciation, "xác minh, làm rõ,");
  const Classification whole = Classified(kDenunciation);
  const Classification parted = Classified(letter);
  EXPECT_EQ(parted.probabilities, whole.probabilities);
  ASSERT_EQ(parted.evidence.size(), whole.evidence.size());
  const TextOffsets offsets(letter.text);
  EXPECT_NE(offsets.Cut(parted.evidence[0].span).find("làm rõ,\n\nxử lý"),
            std::string_view::npos);
  EXPECT_EQ(parted.parts[0].object, whole.parts[0].object);
}

TEST(ClassifyTest, DamagedTextKeepsItsClass) {
  int kept = 0;
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    const NoiseLevels levels = {0.1 * seed, 0.1};
    kept += Classified(WithNoise(kComplaint, levels, seed)).label ==
            Label::kKhieuNai;
    kept += Classified(WithNoise(kDenunciation, levels, seed)).label ==
            Label::kToCao;
  }
  EXPECT_GE(kept, 19);
}

TEST(ClassifyTest, AnyBytesAreTaken) {
  const auto model = LoadClassModel(kClassifierFolder + "/donthu.model");
  ASSERT_TRUE(model);
  const Classify classify(*model);
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    Letter letter;
    for (int i = 0; i < 300; ++i) {
      letter.text.push_back(static_cast<char>(random() % 256U));
    }
    EXPECT_TRUE(classify.Run({letter, Fields()}));
  }
}

// The least of twenty: other work on the machine is not the model's.
}  // namespace
}  // namespace donthu
