// JPEG 2000 through OpenJPEG: the JP2 container and the bare codestream.
#pragma once

#include "models/page_image.h"
#include "models/result.h"
#include "stages/load/bytes.h"
#include "stages/load/load.h"

namespace donthu {

// Gray, RGB, sYCC of full sampling and CMYK; transparency is left out.
// OpenJPEG needs four bytes a sample beside the pixels. Fails with
// kTooManyPixels, kFileTruncated, kImageUnreadable.
Result<PageImage> DecodeJpeg2000(Bytes bytes, const LoadLimits& limits);

}  // namespace donthu
