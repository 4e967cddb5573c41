// Pages as they pass between worker and supervisor, and what recognize and
// normalize make of them. What does not begin like JSON is taken for words in
// arbitrary places.
#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "models/page_json.h"
#include "stages/normalize/normalize.h"
#include "stages/recognize/reading_order.h"
#include "stages/recognize/scraps.h"
#include "stages/recognize/table_rows.h"
#include "stages/recognize/table_sheet.h"
#include "tests/fuzz/law.h"
#include "tests/fuzz/letter_laws.h"

namespace donthu {
namespace {

using Key = std::tuple<std::string, int, int, int, int, double>;

std::vector<Key> SortedWords(const PageText& page) {
  std::vector<Key> words;
  EachWord(page, [&](const Word& word) {
    words.emplace_back(word.text, word.box.left_px, word.box.top_px,
                       word.box.right_px, word.box.bottom_px, word.confidence);
  });
  std::sort(words.begin(), words.end());
  return words;
}

PageResult ReadBack(const PageResult& result) {
  auto again = PageResultFromJson(ToJson(result));
  Law(again && *again == result, "a page reads back as it was");
  return *std::move(again);
}

void CheckRecognized(PageResult result) {
  result.text = WithoutScraps(std::move(result.text));
  const auto words = SortedWords(result.text);
  result.text = InReadingOrder(std::move(result.text));
  Law(SortedWords(result.text) == words, "reading order keeps every word");
  ReadBack(result);
  result.text = WithTableRows(std::move(result.text));
  Law(SortedWords(result.text) == words, "rows of a table keep every word");
  ReadBack(result);
  if (!result.text.blocks.empty()) {
    Block table = std::move(result.text.blocks.front());
    table.is_table = true;
    result.text.blocks.erase(result.text.blocks.begin());
    InsertTable(std::move(table), result.text);
    Law(SortedWords(result.text) == words, "a table keeps every word");
    ReadBack(result);
  }
  const double confidence = MeanConfidence(result.text);
  Law(confidence >= 0.0 && confidence <= 1.0, "a mean is a share");
}

void CheckNormalized(const PageResult& result) {
  const auto letter = Normalize().Run({{result.page.number, result.text}});
  if (letter) return CheckLetter(*letter);
  Law(letter.error().code == ErrorCode::kTextInvalid,
      "only bytes that are no text are refused");
}

// One word a record of ten bytes: what begins with it, then its box.
PageResult Scattered(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kRecord = 10;
  constexpr std::array kTexts = {"một", "|", "", "=", "|hai", "1.", "\u0110"};
  PageResult result;
  result.page.number = 1;
  result.text = {65'536, 65'536, {}};
  for (std::size_t at = 0; at + kRecord <= size; at += kRecord) {
    const unsigned kind = data[at];
    const auto number = [&](std::size_t i) {
      return data[at + i] * 256 + data[at + i + 1];
    };
    const auto [left, right] = std::minmax({number(2), number(6)});
    const auto [top, bottom] = std::minmax({number(4), number(8)});
    const BoxPx box = {left, top, right, bottom};
    auto& blocks = result.text.blocks;
    if (blocks.empty() || kind % 8 == 0) {
      blocks.push_back({box, {{box, {{box, {}}}}}});
    }
    auto& paragraphs = blocks.back().paragraphs;
    if (kind % 4 == 1) paragraphs.push_back({box, {{box, {}}}});
    auto& lines = paragraphs.back().lines;
    if (kind % 4 == 2) lines.push_back({box, {}});
    if (lines.back().words.empty()) lines.back().box = box;
    lines.back().words.push_back(
        {kTexts[data[at + 1] % kTexts.size()], box, 0.5});
  }
  return result;
}

}  // namespace
}  // namespace donthu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  auto result = donthu::PageResultFromJson(donthu::TextOf(data, size));
  if (result) donthu::ReadBack(*result);
  if (!result && size > 0 && data[0] != '{') {
    result = donthu::Scattered(data, size);
  }
  if (!result) return 0;
  donthu::CheckRecognized(*result);
  donthu::CheckNormalized(*result);
  return 0;
}
