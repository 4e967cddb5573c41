// The pixels of a TIFF's current directory.
#pragma once

#include "models/page_image.h"

struct tiff;  // libtiff's TIFF

namespace donthu {

// Fills format, bilevel and pixels of `page`, whose size is set and within
// the limits. False where a part is missing or cannot be decoded.
bool ReadTiffPixels(tiff* file, PageImage* page);

}  // namespace donthu
