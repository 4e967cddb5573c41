// Where on a sheet there is room.
#pragma once

#include <array>

#include "models/geometry.h"
#include "models/page_image.h"
#include "samples/rng.h"

namespace donthu::samples {

// Middle, in points, of a place in the upper half of `sheet` (kRgb24, its
// resolution set) at which a box of `half_pt` across and down meets as little
// ink as anywhere there, or on the whole sheet where the upper half has no
// room; by chance among those that are nearly as free.
PointPx FreePlace(const PageImage& sheet, const std::array<double, 2>& half_pt,
                  Rng rng);

}  // namespace donthu::samples
