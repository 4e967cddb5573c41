// The text of a letter, from what was recognized to the checked record. Pages
// end in form feeds; each word gets a box of its own.
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/json_value.h"
#include "models/record_json.h"
#include "pipeline/letter_way.h"
#include "pipeline/letters_answer.h"
#include "pipeline/unread_record.h"
#include "tests/fuzz/law.h"
#include "tests/fuzz/letter_laws.h"

namespace donthu {
namespace {

constexpr int kWidthPx = 2480;
constexpr int kHeightPx = 3508;
constexpr int kLineStepPx = 50;
constexpr int kWordStepPx = 100;

const LetterStages& Stages() {
  static const LetterStages stages = [] {
    const std::string models = DONTHU_SOURCE_DIR "/models";
    auto model = LoadClassModel(models + "/classifier/donthu.model");
    auto tables = LoadLegalTables(models + "/legal");
    auto fields = LoadFieldModel(models + "/fields");
    auto language = LoadLanguageModel(models + "/language/donthu.words");
    Law(model && tables && fields && language, "models and tables are there");
    const Office office = {"UBND phường Mẫu", {}, OfficeLevel::kXa, ""};
    return LetterStages{
        Repair(*language), Extract(*fields),
        Classify(*model),  Assess(*tables, office),
        Thresholds(),      SplitOptions{SplitMode::kAuto, BlankSheets::kPart}};
  }();
  return stages;
}

std::vector<std::string_view> SplitAt(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(mark, from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

TextLine LineOf(std::string_view text, int row) {
  TextLine line;
  int column = 0;
  for (const std::string_view word : SplitAt(text, ' ')) {
    if (word.empty()) continue;
    const int left = column++ * kWordStepPx % (kWidthPx - kWordStepPx);
    const int top = row * kLineStepPx % (kHeightPx - kLineStepPx);
    const BoxPx box = {left, top, left + kWordStepPx, top + kLineStepPx};
    line.words.push_back({std::string(word), box, 0.9});
    line.box = Union(line.box, box);
  }
  return line;
}

PageResult PageOf(std::string_view text, int number) {
  PageResult result;
  result.page.number = number;
  result.page.width_px = result.text.width_px = kWidthPx;
  result.page.height_px = result.text.height_px = kHeightPx;
  int row = 0;
  for (const std::string_view line : SplitAt(text, '\n')) {
    TextLine read = LineOf(line, row++);
    if (read.words.empty()) continue;
    const BoxPx box = read.box;
    result.text.blocks.push_back({box, {{box, {std::move(read)}}}});
  }
  result.page.mean_confidence = MeanConfidence(result.text);
  return result;
}

StoredSource SourceOf(int pages) {
  StoredSource source;
  source.sha256 = std::string(64, 'a');
  source.names = {"a.pdf"};
  source.media_type = "application/pdf";
  source.page_count = pages;
  source.batch.as_of = "2026-07-06";
  source.batch.received = source.batch.as_of;
  return source;
}

bool IsOnPage(const JsonValue& page, const JsonValue& box, int pages) {
  const auto number = std::get<std::int64_t>(page.held);
  const auto& sides = std::get<JsonArray>(box.held);
  return number >= 1 && number <= pages &&
         std::get<std::int64_t>(sides[2].held) <= kWidthPx &&
         std::get<std::int64_t>(sides[3].held) <= kHeightPx;
}

// Whatever has a page and a box lies on one of the pages.
void CheckPlaces(const JsonValue& value, int pages) {
  if (const auto* array = std::get_if<JsonArray>(&value.held)) {
    for (const JsonValue& item : *array) CheckPlaces(item, pages);
  }
  const auto* object = std::get_if<JsonObject>(&value.held);
  if (object == nullptr) return;
  const JsonValue* page = FindMember(*object, "page");
  const JsonValue* box = FindMember(*object, "box");
  if (page != nullptr && box != nullptr) {
    Law(IsOnPage(*page, *box, pages), "a place lies on a page");
  }
  for (const JsonMember& member : *object) CheckPlaces(member.value, pages);
}

void CheckRead(const std::vector<PageResult>& pages) {
  const StoredSource source = SourceOf(static_cast<int>(pages.size()));
  Provenance provenance;
  provenance.program = "0";
  NoObserver observer;
  const auto records = ReadLetters(UnreadRecord(source, provenance), pages, {},
                                   Stages(), observer);
  if (!records) {
    return Law(records.error().code == ErrorCode::kTextInvalid,
               "only bytes that are no text are refused");
  }
  std::string lines;
  for (const Record& record : *records) {
    lines += ToJsonLine(record) + "\n";
    const auto tree = ParseJson(ToJsonLine(record));
    Law(static_cast<bool>(tree), "a record is JSON");
    CheckPlaces(*tree, source.page_count);
  }
  const auto taken = LettersFromAnswer(lines, source);
  if (!taken) {
    for (const Record& record : *records) {
      const auto read = RecordFromJson(ToJsonLine(record));
      if (!read) std::fprintf(stderr, "%s\n", read.error().subject.c_str());
    }
  }
  Law(static_cast<bool>(taken), "every record keeps the contract");
}

void CheckPlainText(std::string_view text) {
  const auto letter = Normalize().FromPlainText(text);
  if (!letter) return;
  CheckLetter(*letter);
  const auto fields = Stages().extract.Run(*letter);
  Law(static_cast<bool>(fields), "every text has fields, perhaps empty ones");
  const auto found = Stages().classify.Run({*letter, *fields});
  Law(static_cast<bool>(found), "every text has a class");
  Law(static_cast<bool>(ParseJson(ToJsonLine(*found, *fields, letter->text))),
      "a classification is JSON");
}

}  // namespace
}  // namespace donthu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text = donthu::TextOf(data, size);
  std::vector<donthu::PageResult> pages;
  for (const std::string_view page : donthu::SplitAt(text, '\f')) {
    pages.push_back(donthu::PageOf(page, static_cast<int>(pages.size()) + 1));
  }
  donthu::CheckRead(pages);
  donthu::CheckPlainText(text);
  return 0;
}
