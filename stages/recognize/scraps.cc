#include "stages/recognize/scraps.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stages/recognize/letters_in.h"

namespace donthu {
namespace {

constexpr std::string_view kMarks = "|_=^`{}\\";
// The engine is surer than this of an equals sign that somebody typed.
constexpr double kSureSign = 0.7;
// Letters are never flatter than this share of the page's middle height.
constexpr double kFlat = 0.25;

bool IsEqualsSign(const Word& word) {
  return word.confidence >= kSureSign &&
         word.text.find_first_not_of('=') == std::string::npos;
}

bool IsScrap(const Word& word, double height_px) {
  if (HasLetterOrDigit(word.text)) {
    return word.box.height_px() < kFlat * height_px;
  }
  return word.text.find_first_of(kMarks) != std::string::npos &&
         !IsEqualsSign(word);
}

void TakeOffBars(Word& word) {
  const auto last = word.text.find_last_not_of('|');
  word.text.erase(last + 1);
  word.text.erase(0, word.text.find_first_not_of('|'));
}

void Clear(TextLine& line, double height_px) {
  std::erase_if(line.words,
                [&](const Word& w) { return IsScrap(w, height_px); });
  for (Word& word : line.words) TakeOffBars(word);
}

}  // namespace

PageText WithoutScraps(PageText page) {
  const double height_px = MedianHeight(
      page, [](const Word& word) { return HasLetterOrDigit(word.text); });
  EachLine(page, [&](TextLine& line) { Clear(line, height_px); });
  DropEmptyParts(page);
  return page;
}

}  // namespace donthu
