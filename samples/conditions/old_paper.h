// A sheet that has lain in a drawer for years.
#pragma once

#include "models/page_image.h"
#include "samples/rng.h"

namespace donthu::samples {

// Yellows the paper, fades the ink, lets `back` shine through mirrored, adds
// stains and folds. Both kRgb24 and of one size.
void Age(PageImage& sheet, const PageImage& back, Rng rng);

}  // namespace donthu::samples
