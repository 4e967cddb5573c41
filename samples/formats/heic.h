// What recent phones save.
#pragma once

#include <string>

#include "models/page_image.h"
#include "models/result.h"

namespace donthu::samples {

// Fails with kFormatUnsupported where libheif has no HEVC encoder.
Result<std::string> EncodeHeic(const PageImage& page, int quality);

}  // namespace donthu::samples
