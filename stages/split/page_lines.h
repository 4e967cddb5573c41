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

// A page number stands alone at head or foot: "2", "- 2 -", "Trang 2/3".
struct PrintedNumber {
  int page = 0;
  int count = 0;  // 0: not told
};
PrintedNumber PrintedNumberIn(const PageLine& line);

}  // namespace donthu
