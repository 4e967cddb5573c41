// An image out of a PDF, as it is, without resampling.
#pragma once

#include <optional>
#include <string>

#include "models/page_image.h"
#include "models/result.h"
#include "stages/load/load.h"

class QPDF;
class QPDFObjectHandle;

namespace donthu {

// Whether something else decides where or how the image is painted: a mask, a
// soft mask, a colour key.
bool HasMask(QPDFObjectHandle image);

// Samples of an image stream in Flate, LZW, RunLength, DCT, JPX or group 4,
// as its dictionary means them. Empty where a renderer must decode it (JBIG2,
// group 3, Separation and the like). The resolution stays unset. Fails with
// kTooManyPixels, kImageUnreadable, kFileTruncated.
Result<std::optional<PageImage>> ReadPdfImage(QPDFObjectHandle image,
                                              const LoadLimits& limits);

// A PDF of one page, one point a pixel, covered by the image alone.
std::string WrapPdfImage(QPDFObjectHandle image);

}  // namespace donthu
