// A page read from lines of text, as the engine would give it.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "models/page_text.h"

namespace donthu {

struct ReadLine {
  std::string text;
  double confidence = 0.95;
};

// A4 at 100 dpi, lines from top to bottom in one paragraph.
inline PageText PageOf(const std::vector<ReadLine>& lines) {
  PageText page{827, 1169, {}};
  Paragraph paragraph;
  int top = 40;
  for (const ReadLine& read : lines) {
    TextLine line;
    int left = 60;
    std::istringstream in(read.text);
    for (std::string text; in >> text; left += 50) {
      const BoxPx box{left, top, left + 40, top + 14};
      line.words.push_back({text, box, read.confidence});
      line.box = Union(line.box, box);
    }
    paragraph.lines.push_back(line);
    paragraph.box = Union(paragraph.box, line.box);
    top += 22;
  }
  if (!paragraph.lines.empty()) {
    page.blocks = {{paragraph.box, {paragraph}}};
  }
  return page;
}

}  // namespace donthu
