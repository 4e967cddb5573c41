// Tables between rules.
#pragma once

#include <vector>

#include "models/ruled_table.h"
#include "stages/prepare/print_rules.h"

namespace donthu {

// Rules that cross or meet, of two rows and two columns at least; from the top
// of the page. A table may lack its outer rules left and right. Places of the
// grid with less than a third of a rule between them are one cell. It is 40 mm
// wide at least, six tenths of its upper and lower edge are there (strokes of a
// pen cross, too), and it has less than 30 columns and 150 rows, of 4 mm on
// average: squared paper is none.
// `rules`: those of a page of `dpi`, above 0.
std::vector<RuledTable> FindTables(const PrintRules& rules, double dpi);

}  // namespace donthu
