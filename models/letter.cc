#include "models/letter.h"

#include <algorithm>

#include "models/text_offsets.h"

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

std::vector<TextSpan> BreaksWithinParagraphs(const Letter& letter) {
  std::vector<TextSpan> breaks;
  for (std::size_t i = 1; i < letter.lines.size(); ++i) {
    const LetterLine& line = letter.lines[i - 1];
    const LetterLine& next = letter.lines[i];
    if (line.page == next.page || line.paragraph != next.paragraph) continue;
    breaks.push_back({line.span.end, next.span.start});
  }
  return breaks;
}

std::string RunningText(const Letter& letter) {
  std::string text = letter.text;
  const std::vector<TextSpan> breaks = BreaksWithinParagraphs(letter);
  if (breaks.empty()) return text;
  const TextOffsets offsets(letter.text);
  for (const TextSpan& gap : breaks) {
    const std::size_t from = offsets.ByteOf(gap.start);
    std::fill(
        text.begin() + static_cast<std::ptrdiff_t>(from),
        text.begin() + static_cast<std::ptrdiff_t>(offsets.ByteOf(gap.end)),
        ' ');
  }
  return text;
}

}  // namespace donthu
