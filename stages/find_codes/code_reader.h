// The adapter to ZXing-C++: the codes on one image.
#pragma once

#include <string>
#include <vector>

#include "models/page_image.h"
#include "models/record.h"

namespace donthu {

// "1.4.0", of the library that this was built with.
std::string CodeReaderVersion();

// Every code on the gray image, in any turn, boxes in its pixels.
std::vector<BarcodeMark> ReadCodes(const PageImage& gray);

}  // namespace donthu
