// Where on a page rings may be.
#pragma once

#include <cstddef>
#include <vector>

#include "models/page_image.h"
#include "stages/prepare/gray_seal.h"

namespace donthu {

// Up to `most` middles and radii, the likeliest first, to about a millimetre;
// `certainty` is how many more of the directions from the middle meet ink at
// the radius than 1.5 mm further out: print fills as many there. Looked at on
// squares of a third of a millimetre. Radii in mm; `dpi` above 0.
std::vector<GraySeal> SearchRings(const PageImage& gray, double dpi,
                                  const double (&radii_mm)[2],
                                  std::size_t most);

}  // namespace donthu
