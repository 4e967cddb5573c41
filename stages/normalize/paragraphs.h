// Which lines of a page continue the paragraph of the line before.
#pragma once

#include <string>
#include <vector>

#include "models/geometry.h"

namespace donthu {

// A line after its words were normalized; never without a word.
struct CleanLine {
  BoxPx box;
  BoxPx first_word;                // its box
  std::vector<std::string> words;  // NFC
  int block = 0;                   // the engine's, running over the letter
  int engine_paragraph = 0;        // the engine's, running over the letter
  bool in_table = false;
};

// For each line of one page, in reading order: true where it begins a
// paragraph. The engine's own paragraphs are not trusted (it joins labelled
// lines and parts justified text); what counts is whether the next word
// would have fitted, the indent, the gap, list marks, labels, capitals, the
// words that open a part of a letter, and a day of writing, which stands
// alone. Between halves of the page nothing is joined. A row of a table is a
// paragraph.
// Lines without boxes keep the engine's paragraphs.
std::vector<bool> ParagraphStarts(const std::vector<CleanLine>& lines);

// Whether the paragraph of the last line of `page` goes on with the first of
// `next`, the page after: as if that line stood below, from margin to margin.
// `scale`: pixels of `page` to one of `next`.
bool RunsOnOverPage(const std::vector<CleanLine>& page,
                    const std::vector<CleanLine>& next, double scale);

}  // namespace donthu
