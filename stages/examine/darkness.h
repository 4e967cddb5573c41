// A page as darkness over its own paper.
#pragma once

#include <cstdint>
#include <vector>

#include "models/page_image.h"

namespace donthu {

// Row-major, no padding; 0 paper to 255 black.
struct DarknessMap {
  int width_px = 0;
  int height_px = 0;
  double dpi = 0.0;  // never 0
  std::vector<std::uint8_t> samples;
};

// Expects gray pixels, as many as the size tells. A page without a resolution
// is taken for A4.
DarknessMap DarknessOf(const PageImage& gray);

// What is ink, 1 to 255: half as dark as the darkest of the page, within 0.14
// and 0.25 of black. A few letters are enough to be the darkest.
int InkThreshold(const DarknessMap& map);

}  // namespace donthu
