// The rows of a stamp, as a clerk sees them.
#pragma once

#include <string>
#include <vector>

#include "models/page_text.h"

namespace donthu {

// Words of one height, whatever blocks the engine put them in: labels and
// figures of a form are often parted. One space between words.
struct StampRow {
  std::string text;     // in plain letters (plain_letters.h)
  std::string printed;  // as it was read
  // Of the word with figures that the engine is least sure of, 0 to 1; 0
  // where the row has no figures.
  double sure_of_figures = 0.0;
};

// From the top. A row of more than 200 bytes is no stamp's and left out.
std::vector<StampRow> RowsOf(const PageText& stamp);

}  // namespace donthu
