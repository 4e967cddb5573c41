// The lines of a page from top to bottom, ready to be matched.
#pragma once

#include <string>
#include <vector>

#include "models/page_text.h"

namespace donthu {

struct PageLine {
  std::string text;    // words with one space between
  std::string folded;  // WithoutMarks(text)
  int words = 0;
  BoxPx box;
  double letter_width_px = 0.0;  // mean within words
  bool mostly_capitals = false;  // six letters of ten
};

std::vector<PageLine> LinesOf(const PageText& text);

}  // namespace donthu
