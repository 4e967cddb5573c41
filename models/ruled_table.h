// A table between rules on a page.
#pragma once

#include <vector>

namespace donthu {

// Pixels of the image that it was found on. `cell_at` has a number for each
// place of the grid, row by row: cells count from 0 in reading order, and one
// that spans places has its number at all of them.
struct RuledTable {
  std::vector<int> row_edges_px;     // rows + 1, from the top
  std::vector<int> column_edges_px;  // columns + 1, from the left
  std::vector<int> cell_at;          // rows x columns

  friend bool operator==(const RuledTable&, const RuledTable&) = default;
};

}  // namespace donthu
