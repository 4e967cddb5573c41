// Frames as black as print: the mail room's stamp in scans without colour.
#pragma once

#include <vector>

#include "models/geometry.h"
#include "stages/prepare/print_rules.h"

namespace donthu {

struct BlackFrame {
  BoxPx box;               // of the frame, in pixels of the page
  double certainty = 0.0;  // part of its edges that is there: 0 to 1
};

// Rectangles of 22 to 100 mm by 9 to 50 mm in the upper half of an upright
// page, tilted by 4 degrees at most, whose upper and lower edge are there and
// half of the left or right one: stamps lose the rest. The largest of those
// that overlap, three at most, from the largest. A cell of a table looks the
// same; what stands in it tells. `rules`: those of a page of this height;
// `dpi`: of the page, above 0.
std::vector<BlackFrame> FindBlackFrames(PrintRules rules, int height_px,
                                        double dpi);

}  // namespace donthu
