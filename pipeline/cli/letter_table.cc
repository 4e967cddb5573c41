#include "pipeline/cli/letter_table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "models/record_json.h"
#include "models/text_offsets.h"
#include "pipeline/cli/terminal.h"
#include "pipeline/store/store.h"

namespace donthu {
namespace {

using Row = std::vector<std::string>;

std::string StatusText(const Record& record) {
  switch (record.status) {
    case RecordStatus::kComplete:
      return "complete";
    case RecordStatus::kNeedsReview:
      break;
    case RecordStatus::kFailed:
      return "failed: " + std::string(ToString(record.error->code));
    case RecordStatus::kWithdrawn:
      return "withdrawn";
  }
  std::string text = "needs_review:";
  for (const std::string& reason : record.review_reasons) {
    text += " " + reason;
  }
  return text;
}

std::string ConfidenceText(const Record& record) {
  if (!record.classification) return "-";
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f",
                record.classification->legal_confidence);
  return text.data();
}

// The earliest day by which the law wants something done.
std::string DueText(const Record& record) {
  std::string due;
  for (const Deadline& deadline : record.assessment.deadlines) {
    if (due.empty() || deadline.due < due.substr(0, 10)) {
      due = deadline.due + " (" + deadline.id + ")";
    }
  }
  return due.empty() ? "-" : due;
}

Row RowOf(const Record& record) {
  return {Printable(record.source.file),
          std::to_string(record.pages.size()),
          record.classification
              ? std::string(ToString(record.classification->label))
              : "-",
          ConfidenceText(record),
          DueText(record),
          StatusText(record)};
}

void Print(const std::vector<Row>& rows, std::ostream& out) {
  std::vector<int> widths(rows.front().size(), 0);
  for (const Row& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      widths[i] = std::max(widths[i], CodePointCount(row[i]));
    }
  }
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const int pad = widths[i] - CodePointCount(row[i]);
      out << row[i];
      if (i + 1 < row.size()) {
        out << std::string(static_cast<std::size_t>(pad) + 2, ' ');
      }
    }
    out << "\n";
  }
}

}  // namespace

Status PrintLetterTable(const RunOptions& options, const RunSummary& summary,
                        std::ostream& out) {
  auto store = Store::Open(StorePath(options.state_folder));
  if (!store) return Fail(store.error());
  std::vector<Row> rows = {
      {"file", "pages", "class", "confidence", "first due", "status"}};
  for (const std::string& id : summary.record_ids) {
    const auto stored = (*store)->FindRecord(id);
    if (!stored) return Fail(stored.error());
    if (!*stored) continue;
    const auto record = RecordFromJson((*stored)->json);
    if (!record) return Fail(record.error());
    rows.push_back(RowOf(*record));
  }
  Print(rows, out);
  return Done{};
}

}  // namespace donthu
