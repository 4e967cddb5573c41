// Cells of tables whose rules an engine does not read.
#pragma once

#include <vector>

#include "models/letter.h"

namespace donthu {

// In the lines of a scanned letter; none in plain text. Code points of the
// letter's text, in order.
struct TableCells {
  std::vector<int> ends;       // the space between two words that stand wide
                               // apart: there a cell ends and the next begins
  std::vector<TextSpan> rows;  // lines of three cells or more
};
TableCells CellsOf(const Letter& letter);

}  // namespace donthu
