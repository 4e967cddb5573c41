#include "pipeline/review_list.h"

#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

namespace donthu {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

std::string Csv(std::string text) {
  if (!text.empty() &&
      std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
    text.insert(0, "'");
  }
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string Joined(const std::vector<std::string>& texts,
                   const char* separator) {
  std::string joined;
  for (const std::string& text : texts) {
    if (!joined.empty()) joined += separator;
    joined += text;
  }
  return joined;
}

std::string Percent(double share) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.0f%%", share * 100);
  return text.data();
}

std::string ProbabilityList(const Classification& c) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    if (c.probabilities[i] < 0.05) continue;
    parts.push_back(std::string(ToString(kLabels[i])) + " " +
                    Percent(c.probabilities[i]));
  }
  return Joined(parts, "; ");
}

bool AsksForAPerson(PageStatus status) {
  return status == PageStatus::kHandwritten ||
         status == PageStatus::kUnreadable || status == PageStatus::kFailed;
}

// The page that made a person necessary, or the first.
const RecordPage* PageToLookAt(const Record& record) {
  for (const RecordPage& page : record.pages) {
    if (AsksForAPerson(page.status)) return &page;
  }
  return record.pages.empty() ? nullptr : &record.pages.front();
}

}  // namespace

std::string ReviewHeader() {
  return std::string(kByteOrderMark) +
         "record_id,file,page,reasons,label,probabilities,image\n";
}

std::string ReviewRow(const Record& record) {
  if (record.status != RecordStatus::kNeedsReview &&
      record.status != RecordStatus::kFailed) {
    return "";
  }
  const RecordPage* page = PageToLookAt(record);
  std::vector<std::string> reasons = record.review_reasons;
  if (record.error) reasons.emplace_back(ToString(record.error->code));
  const auto& c = record.classification;
  const std::vector<std::string> cells = {
      record.record_id,
      Csv(record.source.file),
      page == nullptr ? "" : std::to_string(page->number),
      Csv(Joined(reasons, "; ")),
      c ? std::string(ToString(c->label)) : "",
      c ? Csv(ProbabilityList(*c)) : "",
      page == nullptr ? "" : Csv(page->image.value_or(""))};
  return Joined(cells, ",") + "\n";
}

}  // namespace donthu
