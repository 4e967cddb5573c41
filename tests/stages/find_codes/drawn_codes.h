// Pages with codes on them, for the tests of find_codes.
#pragma once

#include <string>

#include "models/geometry.h"
#include "models/page_image.h"

namespace donthu {

// A gray A4 page at 300 dpi with lines like text of 13 pt all over.
PageImage TextPage();

// Draws `text` in `format` (ZXing's name: "QRCode") on a white field, each
// module `module_px` wide, bars `bar_px` high; a quiet zone of ten modules
// around. Returns the box of the dark part.
BoxPx DrawCode(const std::string& format, const std::string& text,
               PointPx left_top, int module_px, int bar_px, PageImage& page);

}  // namespace donthu
