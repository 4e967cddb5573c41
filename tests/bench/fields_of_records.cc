// The table of fields_bench for records, so that what recognition costs
// stands beside what extraction costs:
//   fields_of_records RECORDS.jsonl [LETTERS] [--misses]
// A record's letter is LETTERS/<file's stem up to its first "-">.txt, as
// donthu_samples names what it draws; records of other files are passed over.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "models/record_json.h"
#include "tests/bench/field_scores.h"
#include "tests/bench/marked_letter.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;

std::string LetterOf(const std::string& file) {
  const std::string stem = fs::path(file).stem().string();
  return stem.substr(0, stem.find('-'));
}

int Run(const std::string& path, const fs::path& letters, Misses misses) {
  std::ifstream file(path);
  FieldScores scores(misses);
  int count = 0;
  for (std::string line; std::getline(file, line);) {
    const auto record = RecordFromJson(line);
    if (!record) {
      std::fprintf(stderr, "error: not a record: %s\n",
                   record.error().detail.c_str());
      return 1;
    }
    const std::string id = LetterOf(record->source.file);
    const fs::path letter = letters / (id + ".txt");
    if (!fs::exists(letter)) continue;
    AddFields(id, ReadMarkedLetter(letter.string()),
              record->fields.value_or(Fields()), scores);
    ++count;
  }
  scores.Print();
  std::printf("%d letters\n", count);
  return count > 0 ? 0 : 1;
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  std::string records;
  std::string letters = DONTHU_SOURCE_DIR "/samples/letters";
  auto misses = donthu::bench::Misses::kCounted;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--misses") {
      misses = donthu::bench::Misses::kListed;
    } else if (records.empty()) {
      records = argument;
    } else {
      letters = argument;
    }
  }
  if (records.empty()) {
    std::fputs("usage: fields_of_records RECORDS.jsonl [LETTERS]\n", stderr);
    return 2;
  }
  return donthu::bench::Run(records, letters, misses);
}
