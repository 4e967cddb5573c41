// Records as they pass between worker, supervisor and store.
#include <string>

#include "models/json_value.h"
#include "models/record_json.h"
#include "pipeline/letter_way.h"
#include "pipeline/letters_answer.h"
#include "tests/fuzz/law.h"
#include "tests/models/sample_record.h"

namespace donthu {
namespace {

bool Same(std::string_view a, std::string_view b) {
  const auto first = ParseJson(a);
  const auto second = ParseJson(b);
  return first && second && !FirstDifference(*first, *second);
}

void CheckJson(std::string_view text) {
  const auto value = ParseJson(text);
  if (!value) return;
  const auto pretty = ParseJson(PrettyJson(*value));
  Law(pretty && !FirstDifference(*value, *pretty),
      "indented JSON is the same value");
}

void CheckRecord(std::string_view text) {
  const auto record = RecordFromJson(text);
  if (!record) return;
  const std::string line = ToJsonLine(*record);
  Law(Same(line, text), "what is read is what is written");
  Law(Same(line, ToJsonPretty(*record)), "an indented record is the same");
  Law(line.find('\n') == std::string::npos, "a record is one line");
  const auto again = RecordFromJson(line);
  Law(again && *again == *record, "a record reads back as it was");
}

// The source of the seeds: as many pages as their letters hold.
StoredSource Source(int pages) {
  static const std::string sha256 = FullRecord().source.sha256;
  StoredSource source;
  source.sha256 = sha256;
  source.page_count = pages;
  return source;
}

void CheckLetters(std::string_view output) {
  for (int pages = 1; pages <= 3; ++pages) {
    const StoredSource source = Source(pages);
    const auto letters = LettersFromAnswer(output, source);
    if (!letters) {
      Law(letters.error().code == ErrorCode::kAnswerInvalid,
          "an answer is refused as invalid");
      continue;
    }
    int count = 0;
    std::string lines;
    for (const Record& letter : *letters) {
      count += static_cast<int>(letter.pages.size());
      lines += ToJsonLine(letter) + "\n";
    }
    Law(count == pages, "letters hold every page of their source");
    const auto again = LettersFromAnswer(lines, source);
    Law(again && *again == *letters, "letters read back as they were");
  }
}

}  // namespace
}  // namespace donthu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text = donthu::TextOf(data, size);
  donthu::CheckJson(text);
  donthu::CheckRecord(text);
  donthu::CheckLetters(text);
  return 0;
}
