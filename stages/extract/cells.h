// Cells of tables on scans.
#pragma once

#include <vector>

#include "models/letter.h"

namespace donthu {

// In the lines of a scanned letter; none in plain text. Code points of the
// letter's text, in order.
struct TableCells {
  // The space between two words that stand wide apart, or between two lines of
  // a paragraph of which the second stands beside the first (a table between
  // rules): there a cell ends and the next begins.
  std::vector<int> ends;
  std::vector<TextSpan> rows;  // of three cells or more
};
TableCells CellsOf(const Letter& letter);

}  // namespace donthu
