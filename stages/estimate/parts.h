// Connected parts of what is dark on a page.
#pragma once

#include <vector>

#include "models/geometry.h"
#include "models/page_image.h"

namespace donthu {

struct DarkPart {
  BoxPx box;             // pixels of the page
  int area_px = 0;       // pixels of the reduced page
  int darkness_sum = 0;  // over these, each 0 white to 255 black
};

struct DarkParts {
  int factor = 1;  // pixels of the page a pixel of the reduced one, each way
  std::vector<DarkPart> parts;  // in the order of their lowest rows
};

// Reduces a gray page to about 150 dpi (a page without resolution counts as
// A4) and joins, by edges and corners, pixels that are darker than halfway
// between paper (the commonest tone) and black (what a hundredth of all that is
// darker than paper exceeds). Parts of one pixel count.
DarkParts DarkPartsOf(const PageImage& gray);

}  // namespace donthu
