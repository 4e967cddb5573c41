// A gray page made smaller for the engine.
#pragma once

#include "models/page_image.h"

namespace donthu {

// Each output pixel is the mean of the area of `gray` that it covers.
// `ratio`: pixels of `gray` a pixel of the result, at least 1. Resolution
// follows.
PageImage Reduced(const PageImage& gray, double ratio);

}  // namespace donthu
