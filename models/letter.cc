#include "models/letter.h"

#include <algorithm>

namespace donthu {

std::vector<Place> PlacesOf(const Letter& letter, TextSpan span) {
  std::vector<Place> places;
  for (const LetterLine& line : letter.lines) {
    if (line.span.end <= span.start || line.span.start >= span.end) continue;
    BoxPx box;
    for (int i = line.first_word; i < line.last_word; ++i) {
      const LetterWord& word = letter.words[static_cast<std::size_t>(i)];
      if (word.span.end <= span.start || word.span.start >= span.end) continue;
      box = Union(box, word.box);
    }
    if (!box.empty()) places.push_back({line.page, box});
  }
  return places;
}

}  // namespace donthu
