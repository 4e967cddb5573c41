// The seam to Leptonica: connected components.
#pragma once

#include <cstdint>
#include <vector>

#include "models/geometry.h"

namespace donthu {

// Boxes of the 8-connected parts of what is 1, not 0, in `ink`, a row-major
// raster of `width_px` x `height_px` without padding. Empty where there is no
// memory for it.
std::vector<BoxPx> ConnectedBoxes(const std::vector<std::uint8_t>& ink,
                                  int width_px, int height_px);

}  // namespace donthu
