#include "stages/estimate/page_measures.h"

#include <algorithm>

namespace donthu {

std::string_view NameOfMeasure(std::size_t index) {
  return index < kWordMeasures.size()
             ? kWordMeasures[index]
             : kInkMeasures[index - kWordMeasures.size()];
}

PageMeasures MeasurePage(const CleanPage& page, const PageText& text) {
  PageMeasures all{};
  const WordMeasures words = MeasureWords(text);
  const InkMeasures ink = MeasureInk(page, text);
  std::copy(words.begin(), words.end(), all.begin());
  std::copy(ink.begin(), ink.end(), all.begin() + words.size());
  return all;
}

}  // namespace donthu
