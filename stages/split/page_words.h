// What the words of a page tell wherever they stand.
#pragma once

#include <string>
#include <vector>

#include "stages/split/page_lines.h"

namespace donthu {

struct PageWords {
  int words = 0;
  int self = 0;           // how often "tôi", "tui"
  double figures = 0.0;   // share of the words that hold a figure
  double office = 0.0;    // share of the lines that papers by offices have
  bool presents = false;  // "sinh năm", "thường trú" …
  // Pairs of words that begin with a capital, without marks, sorted, each
  // once: names of persons and places.
  std::vector<std::string> names;
};

PageWords WordsOf(const std::vector<PageLine>& lines);

// The number that an item begins with: "3. Về đơn giá", "Điều 3."; 0: none.
int ItemNumberOf(const PageLine& line);

// Whether a line is nothing but a name: "Nguyễn Văn An".
bool IsName(const PageLine& line);

}  // namespace donthu
