// The words of a page as one string, for tests.
#pragma once

#include <string>

#include "models/page_text.h"

namespace donthu {

// One line each line, an empty one between blocks.
inline std::string TextOf(const PageText& page) {
  std::string text;
  for (const Block& block : page.blocks) {
    if (!text.empty()) text += "\n";
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        const char* space = "";
        for (const Word& word : line.words) {
          text += space + word.text;
          space = " ";
        }
        text += "\n";
      }
    }
  }
  return text;
}

}  // namespace donthu
