// WebP through libwebp; of an animation nothing is read.
#pragma once

#include "models/page_image.h"
#include "models/result.h"
#include "stages/load/bytes.h"
#include "stages/load/load.h"

namespace donthu {

// Transparent pixels lie on white. Fails with kTooManyPixels, kFileTruncated,
// kImageUnreadable.
Result<PageImage> DecodeWebp(Bytes bytes, const LoadLimits& limits);

}  // namespace donthu
