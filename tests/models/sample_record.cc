#include "tests/models/sample_record.h"

#include <stdexcept>
#include <string_view>

#include "models/text_offsets.h"

namespace donthu {
namespace {

constexpr std::string_view kText =
    "ĐƠN KHIẾU NẠI\n"
    "Hà Nội, ngày 02 tháng 7 năm 2026\n"
    "Kính gửi: Chủ tịch UBND phường Mẫu\n"
    "Tôi tên là: Trần Thị Mẫu, sinh năm 1970, giới tính: nữ\n"
    "CCCD số 001170000001 cấp ngày 01/01/2022 tại Cục Mẫu\n"
    "Địa chỉ: số 1 phố Mẫu. Điện thoại: 0900000001, mau@example.org\n"
    "Tôi khiếu nại ông Lê Văn Thử, Chủ tịch UBND phường Thử, trụ sở số 2 "
    "phố Thử, về Quyết định số 12/QĐ-UBND ngày 05/5/2026 của UBND phường "
    "Thử về việc thu hồi đất của tôi tại phố Thử.\n"
    "Đề nghị hủy Quyết định số 12/QĐ-UBND.\n"
    "Kèm theo: bản chính giấy chứng nhận.";
constexpr Place kPlace = {1, {200, 300, 900, 340}};
constexpr std::string_view kId = "0123456789abcdef0123456789abcdef";
constexpr std::string_view kEarlier = "fedcba9876543210fedcba9876543210";
const std::string kSha(64, 'a');

TextSpan SpanOf(std::string_view passage) {
  const std::size_t at = kText.find(passage);
  if (at == std::string_view::npos) throw std::logic_error("no such passage");
  const int start = CodePointCount(kText.substr(0, at));
  return {start, start + CodePointCount(passage)};
}

template <typename T>
Located<T> At(std::string_view raw, T value) {
  return {std::move(value), std::string(raw), 0.97, SpanOf(raw), {kPlace}};
}

LocatedText At(std::string_view raw) { return At(raw, std::string(raw)); }

Sender FullSender() {
  Sender sender;
  sender.name = At("Trần Thị Mẫu");
  sender.birth_date = At("1970", std::string("1970"));
  sender.gender = At("nữ");
  sender.id_number = At("001170000001");
  sender.id_kind = At("CCCD", IdKind::kCccd);
  sender.id_issued_date = At("01/01/2022", std::string("2022-01-01"));
  sender.id_issued_place = At("Cục Mẫu");
  sender.address = At("số 1 phố Mẫu");
  sender.phone = At("0900000001");
  sender.email = At("mau@example.org");
  return sender;
}

Respondent FullRespondent() {
  Respondent respondent;
  respondent.name = At("Lê Văn Thử");
  respondent.position = At("Chủ tịch");
  respondent.organisation = At("UBND phường Thử");
  respondent.address = At("số 2 phố Thử");
  return respondent;
}

DecisionRef FullDecision() {
  DecisionRef decision;
  decision.number = At("12/QĐ-UBND");
  decision.date = At("05/5/2026", std::string("2026-05-05"));
  decision.issuer = At("UBND phường Thử");
  decision.subject = At("thu hồi đất của tôi");
  decision.kind = At("Quyết định", std::string("quyet_dinh"));
  return decision;
}

Fields FullFields() {
  Fields fields;
  fields.title = At("ĐƠN KHIẾU NẠI");
  fields.letter_date =
      At("ngày 02 tháng 7 năm 2026", std::string("2026-07-02"));
  fields.letter_place = At("Hà Nội");
  fields.summary = At("Đề nghị hủy Quyết định số 12/QĐ-UBND");
  fields.recipients = {{At("Chủ tịch UBND phường Mẫu"), RecipientKind::kTo}};
  fields.senders = {FullSender()};
  fields.signer_count = At("Tôi", 1);
  fields.respondents = {FullRespondent()};
  fields.decisions = {FullDecision()};
  fields.requests = {At("Đề nghị hủy Quyết định số 12/QĐ-UBND")};
  fields.attachments = {At("bản chính giấy chứng nhận")};
  fields.originals_enclosed = At("bản chính", true);
  fields.incident_place = At("phố Thử");
  fields.subject_field = {"dat_dai", 0.91, {kPlace}};
  fields.instance = {"lan_dau", 0.88, {kPlace}};
  fields.signed_by_hand = {true, 0.99, {kPlace}};
  fields.anonymous = {false, 0.99, {kPlace}};
  fields.collective = {false, 0.95, {kPlace}};
  return fields;
}

Classification FullClassification() {
  Classification c;
  c.label = Label::kKhieuNai;
  c.probabilities = {0.9, 0.05, 0.02, 0.01, 0.01, 0.01};
  c.confidence = 0.9;
  c.legal_confidence = 0.9;
  c.decided = true;
  const TextSpan request = SpanOf("Đề nghị hủy Quyết định số 12/QĐ-UBND");
  c.parts = {
      {Label::kKhieuNai, "Quyết định số 12/QĐ-UBND", 0.9, {request}, {0}}};
  c.title_label = Label::kKhieuNai;
  c.evidence = {{Label::kKhieuNai, request, {kPlace}, 0.6}};
  return c;
}

Assessment FullAssessment() {
  Assessment a;
  a.eligibility = {{Label::kKhieuNai,
                    true,
                    {{"ngay_viet", CheckResult::kPass,
                      "TT 05/2021/TT-TTCP Đ6 k2 đ.a", "fields.letter_date"}}}};
  a.competence = {true, "Quyết định của chính cơ quan này", "LKN Đ17"};
  a.routing = {{Label::kKhieuNai, "thu_ly", "TT 05/2021/TT-TTCP Đ7",
                "đủ điều kiện, thuộc thẩm quyền"}};
  a.deadlines = {{"KN-1'",
                  Label::kKhieuNai,
                  DeadlineCondition::kIfCompetent,
                  "NĐ 124/2020 Đ16 k1",
                  "2026-07-06",
                  "ngay_nhan",
                  "2026-07-15",
                  7,
                  DayUnit::kWorking,
                  "2026.1",
                  {"holiday_table_unverified"}}};
  a.flags = {"khan_cap"};
  return a;
}

RecordPage FullPage() {
  RecordPage page;
  page.number = 1;
  page.width_px = 2480;
  page.height_px = 3508;
  page.dpi_x = 300.0;
  page.dpi_y = 300.0;
  page.rotation_deg = 90;
  page.skew_deg = -0.42;
  page.to_source.m = {0.0, 1.0, 0.0, -1.0, 0.0, 2480.0, 0.0, 0.0, 1.0};
  page.image = "letters/" + std::string(kId) + "/page-0001.png";
  page.text_end = CodePointCount(kText);
  page.mean_confidence = 0.95;
  page.predicted_cer = 0.004;
  page.blank_score = 0.01;
  page.handwriting_score = 0.02;
  page.stamps = {{"den", "rectangle", "red", {1500, 100, 2000, 400}, 0.8}};
  page.barcodes = {{"QRCode", "DT-0001", {50, 50, 150, 150}}};
  return page;
}

Provenance FullProvenance() {
  return {"0.1.0", "5.3.0", "1.82.0", "72.1",   "22.12.0", "11.3.0",
          kSha,    kSha,    "2026.1", "2026.1", kSha,      "2026-07-06"};
}

}  // namespace

Record FullRecord() {
  Record record;
  record.record_id = kId;
  record.revision = 2;
  record.supersedes = {std::string(kEarlier)};
  record.superseded_by = {std::string(kEarlier)};
  record.status = RecordStatus::kNeedsReview;
  record.review_reasons = {"possible_duplicate"};
  record.review = Review{"can_bo_01",
                         "2026-07-06T09:30:00+07:00",
                         "đã đọc bản giấy",
                         {"classification.label"}};
  record.source = {"thang7/don-01.pdf",
                   {"thang7/don-01 (1).pdf"},
                   kSha,
                   "application/pdf",
                   {1}};
  record.received = {"2026-07-06", "123", "UBND phường Mẫu", "stamp"};
  record.pages = {FullPage()};
  record.text = kText;
  record.fields = FullFields();
  record.classification = FullClassification();
  record.assessment = FullAssessment();
  record.exact_of = kEarlier;
  record.similar = {{std::string(kEarlier), 0.93, "near_text"}};
  record.redaction_profile = "thu_ly";
  record.masked = {{"phone", 1}};
  record.provenance = FullProvenance();
  return record;
}

Record FailedRecord() {
  Record record;
  record.record_id = kId;
  record.status = RecordStatus::kFailed;
  record.error = RecordError{ErrorCode::kFileTruncated, "load", 1, "page 1",
                             "The file ends too early; copy it again."};
  record.source.file = "hong.jpg";
  record.source.sha256 = kSha;
  record.provenance = FullProvenance();
  return record;
}

}  // namespace donthu
