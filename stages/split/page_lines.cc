#include "stages/split/page_lines.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>
#include <utility>

#include "models/text_offsets.h"
#include "stages/split/folded.h"

namespace donthu {
namespace {

PageLine LineOf(const TextLine& line) {
  PageLine made;
  int width_px = 0;
  int letters = 0;
  for (const Word& word : line.words) {
    width_px += word.box.width_px();
    letters += CodePointCount(word.text);
    if (!made.text.empty()) made.text += ' ';
    made.text += word.text;
  }
  made.folded = WithoutMarks(made.text);
  made.words = static_cast<int>(line.words.size());
  made.box = line.box;
  made.letter_width_px = static_cast<double>(width_px) / std::max(1, letters);
  const Capitals capitals = CountCapitals(made.text);
  made.mostly_capitals =
      capitals.upper > 0 &&
      10 * capitals.upper >= 6 * (capitals.upper + capitals.lower);
  return made;
}

}  // namespace

std::vector<PageLine> LinesOf(const PageText& text) {
  std::vector<PageLine> lines;
  for (const Block& block : text.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        PageLine made = LineOf(line);
        if (!made.folded.empty()) lines.push_back(std::move(made));
      }
    }
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PageLine& a, const PageLine& b) {
                     return a.box.top_px < b.box.top_px;
                   });
  return lines;
}

}  // namespace donthu
