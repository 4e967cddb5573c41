// Whether a word says something, or is rules and specks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "models/page_text.h"

namespace donthu {

// Holds a letter or a figure. `utf8` is what the engine read.
bool HasLetterOrDigit(std::string_view utf8);

// Pixels; of the words that `counts` is true of, 0 where there is none.
template <typename Test>
int MedianHeight(const PageText& page, Test counts) {
  std::vector<int> heights;
  EachWord(page, [&](const Word& word) {
    if (counts(word)) heights.push_back(word.box.height_px());
  });
  if (heights.empty()) return 0;
  const auto middle =
      heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

}  // namespace donthu
