#include "pipeline/review_reasons.h"

#include <algorithm>

namespace donthu {
namespace {

bool HasStatus(const Record& record, PageStatus status) {
  return std::any_of(
      record.pages.begin(), record.pages.end(),
      [status](const RecordPage& page) { return page.status == status; });
}

// What is not read may be one.
bool HasLetterPage(const Record& record) {
  return HasStatus(record, PageStatus::kOk) ||
         HasStatus(record, PageStatus::kHandwritten) ||
         HasStatus(record, PageStatus::kUnreadable) ||
         HasStatus(record, PageStatus::kFailed);
}

bool IsPoor(const RecordPage& page, const Thresholds& thresholds) {
  return page.status == PageStatus::kOk &&
         (page.predicted_cer.value_or(0.0) >= thresholds.page_cer ||
          page.mean_confidence.value_or(1.0) < thresholds.page_confidence);
}

bool HasPoorPage(const Record& record, const Thresholds& thresholds) {
  return std::any_of(
      record.pages.begin(), record.pages.end(),
      [&](const RecordPage& page) { return IsPoor(page, thresholds); });
}

// A denunciation that might be taken for something else would expose its
// writer: Luật Tố cáo 25/2018/QH14 Điều 8 khoản 3, brief §5.4.
bool MayHideDenunciation(const Classification& c, double threshold) {
  const double p = c.probabilities[static_cast<std::size_t>(Label::kToCao)];
  const bool seen = c.label == Label::kToCao || c.label == Label::kHonHop;
  return !seen && p >= threshold;
}

bool LacksSender(const Record& record) {
  return record.fields->senders.empty() || !record.fields->senders.front().name;
}

bool CheckHas(const Record& record, std::string_view id, CheckResult result) {
  for (const Eligibility& part : record.assessment.eligibility) {
    for (const Check& check : part.checks) {
      if (check.id == id && check.result == result) return true;
    }
  }
  return false;
}

}  // namespace

void ApplyThreshold(const Thresholds& thresholds, Classification& c) {
  if (thresholds.decide <= 0) return;
  c.decided = c.legal_confidence >= thresholds.decide && !c.novel;
}

std::vector<std::string> ReviewReasons(const Record& record, const PageRun& run,
                                       const Thresholds& thresholds) {
  const Classification& c = *record.classification;
  std::vector<std::string> reasons;
  const auto add = [&reasons](bool holds, const char* code) {
    if (holds) reasons.emplace_back(code);
  };
  const bool petition = c.label != Label::kKhac;
  add(!c.decided, "low_class_confidence");
  add(c.label == Label::kHonHop, "mixed_content");
  add(c.title_mismatch && !c.decided, "title_mismatch");
  add(HasStatus(record, PageStatus::kFailed) ||
          HasStatus(record, PageStatus::kUnreadable),
      "unreadable_page");
  add(HasStatus(record, PageStatus::kHandwritten), "handwritten");
  add(HasPoorPage(record, thresholds), "low_ocr_quality");
  add(run.doubtful, "split_uncertain");
  add(petition && LacksSender(record), "missing_required_field");
  add(MayHideDenunciation(c, thresholds.secrecy), "secrecy");
  add((!petition && !c.decided) || !HasLetterPage(record), "not_a_letter");
  add(CheckHas(record, "tieng_viet", CheckResult::kFail), "non_vietnamese");
  add(c.novel, "novel");
  return reasons;
}

}  // namespace donthu
