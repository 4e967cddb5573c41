// Which parts of a page's ink can be letters, and the lines that they form.
#pragma once

#include <vector>

#include "stages/examine/ink.h"

namespace donthu {

// Parts of one line from left to right, as indexes into InkMap::parts. Only
// what is as high as a letter: no dots, no marks above and below.
using InkLine = std::vector<int>;

// Indexes of what is between 1 and 16 mm high and at most 60 mm wide, hollow
// enough to be no punch hole, no rule, and away from the page's edges.
std::vector<int> LettersOf(const InkMap& map);

// Chains letters that stand side by side, within twice their height. Longest
// first, then from top to bottom. Every letter is in one line.
std::vector<InkLine> LinesOf(const InkMap& map,
                             const std::vector<int>& letters);

}  // namespace donthu
