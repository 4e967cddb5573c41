// What the engine read on one page.
#pragma once

#include <string>
#include <vector>

#include "models/geometry.h"

namespace donthu {

struct Word {
  std::string text;         // UTF-8, as the engine gave it: not normalized
  BoxPx box;                // tight around the ink, upright page
  double confidence = 0.0;  // 0 to 1; Tesseract's 0 to 100 divided by 100

  friend bool operator==(const Word&, const Word&) = default;
};

struct TextLine {
  BoxPx box;
  std::vector<Word> words;  // left to right; never empty

  friend bool operator==(const TextLine&, const TextLine&) = default;
};

struct Paragraph {
  BoxPx box;
  std::vector<TextLine> lines;  // in reading order; never empty

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

// The paragraphs of a table are its rows, whose lines stand in one cell each:
// those of a cell in succession.
struct Block {
  BoxPx box;
  std::vector<Paragraph> paragraphs;  // never empty
  bool is_table = false;

  friend bool operator==(const Block&, const Block&) = default;
};

struct PageText {
  int width_px = 0;  // of the upright page image
  int height_px = 0;
  std::vector<Block> blocks;  // in reading order; empty on a blank page

  friend bool operator==(const PageText&, const PageText&) = default;
};

// Calls `visit` with every line (TextLine&) in reading order. `page` is a
// PageText, const or not.
template <typename Page, typename Visit>
void EachLine(Page& page, Visit visit) {
  for (auto& block : page.blocks) {
    for (auto& paragraph : block.paragraphs) {
      for (auto& line : paragraph.lines) visit(line);
    }
  }
}

// The same with every word (Word&).
template <typename Page, typename Visit>
void EachWord(Page& page, Visit visit) {
  EachLine(page, [&](auto& line) {
    for (auto& word : line.words) visit(word);
  });
}

// Lines, paragraphs and blocks that are left without words go.
void DropEmptyParts(PageText& page);

// Words of which `test` (Word -> bool) is true go, and what they leave empty.
template <typename Test>
void DropWords(PageText& page, Test test) {
  EachLine(page, [&](TextLine& line) { std::erase_if(line.words, test); });
  DropEmptyParts(page);
}

// Mean of the words' confidences, each weighted by its code points; 0 where
// there is no word.
double MeanConfidence(const PageText& page);

}  // namespace donthu
