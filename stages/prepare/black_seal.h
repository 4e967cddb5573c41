// Round seals that are as black as print: scans of one bit, and copies.
#pragma once

#include <vector>

#include "models/page_image.h"
#include "stages/prepare/gray_seal.h"

namespace donthu {

// Rings of 28 to 50 mm across in black, broken and speckled as a bilevel scan
// leaves them (ring_search.h). A ring counts where ink stands in half of the
// directions from the middle, and 1.4 mm further out in 35 of 100 fewer: lines
// of print fill half of them, evenly. Of a seal across the page's edge 40 in
// 100 directions must lie on the page. At most four, the likeliest first.
// `dpi` above 0, the same across and down.
std::vector<GraySeal> FindBlackSeals(const PageImage& gray, double dpi);

// Takes the seal's rings off, and within them what does not stand in a line of
// print (seal_print.h). Strokes that cross a ring stay whole, and lines of
// print as they are.
void LiftSeal(const GraySeal& seal, double dpi, PageImage& gray);

}  // namespace donthu
