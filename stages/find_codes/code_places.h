// Where on a page a code may be.
#pragma once

#include <vector>

#include "models/geometry.h"
#include "models/page_image.h"

namespace donthu {

// Boxes on the gray page around whatever is, over 5 mm or more each way, about
// as much dark as light without a white gap across: codes, and now and then a
// seal, a picture or hatching; text hardly ever. With a margin for the code's
// quiet zone; not overlapping, the largest first, at most 12.
std::vector<BoxPx> CodePlaces(const PageImage& gray);

}  // namespace donthu
