#include "stages/extract/anchors.h"

#include <algorithm>

namespace donthu {
namespace {

// Whether `text` and `word` differ by at most one edit.
bool WithinOneEdit(std::string_view text, std::string_view word) {
  const auto [a, b] =
      std::mismatch(text.begin(), text.end(), word.begin(), word.end());
  const std::string_view text_rest =
      text.substr(static_cast<std::size_t>(a - text.begin()));
  const std::string_view word_rest =
      word.substr(static_cast<std::size_t>(b - word.begin()));
  if (text_rest.size() == word_rest.size()) {
    return text_rest.empty() || text_rest.substr(1) == word_rest.substr(1);
  }
  if (text_rest.size() > word_rest.size()) {
    return text_rest.substr(1) == word_rest;
  }
  return text_rest == word_rest.substr(1);
}

}  // namespace

int AnchorLength(std::string_view line, std::string_view anchor) {
  const std::size_t size = anchor.size();
  for (const std::size_t length : {size, size - 1, size + 1}) {
    if (length > line.size()) continue;
    const bool whole =
        length == line.size() || line[length] < 'a' || line[length] > 'z';
    if (whole && WithinOneEdit(line.substr(0, length), anchor)) {
      return static_cast<int>(length);
    }
  }
  return 0;
}

}  // namespace donthu
