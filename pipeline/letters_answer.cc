#include "pipeline/letters_answer.h"

#include <utility>

#include "models/next_line.h"
#include "models/record_json.h"
#include "pipeline/letter_way.h"

namespace donthu {
namespace {

Failure InvalidAnswer(const char* detail) {
  return Fail(ErrorCode::kAnswerInvalid, "worker", detail);
}

bool IsLetterOf(const Record& record, const StoredSource& source) {
  return record.source.sha256 == source.sha256 &&
         record.status != RecordStatus::kFailed &&
         record.status != RecordStatus::kWithdrawn &&
         record.record_id ==
             RecordId(source.sha256, record.source.page_numbers);
}

bool HoldEveryPageOnce(const std::vector<Record>& records, int page_count) {
  int expected = 0;
  for (const Record& record : records) {
    for (const int number : record.source.page_numbers) {
      if (number != ++expected) return false;
    }
    if (record.pages.size() != record.source.page_numbers.size()) return false;
  }
  return expected == page_count;
}

}  // namespace

Result<std::vector<Record>> LettersFromAnswer(std::string_view output,
                                              const StoredSource& source) {
  std::vector<Record> records;
  while (!output.empty()) {
    auto record = RecordFromJson(NextLine(output));
    if (!record || !IsLetterOf(*record, source)) {
      return InvalidAnswer("gave a record that breaks the contract");
    }
    records.push_back(std::move(*record));
  }
  if (!HoldEveryPageOnce(records, source.page_count)) {
    return InvalidAnswer("gave letters that do not hold every page once");
  }
  return records;
}

}  // namespace donthu
