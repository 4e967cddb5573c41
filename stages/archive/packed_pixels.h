// Decoded pixels, packed without loss for a PDF's FlateDecode.
#pragma once

#include "models/encoded_page.h"
#include "models/page_image.h"
#include "models/result.h"

namespace donthu {

// kDeflate: one bit a pixel where the page is bilevel; gray and colour as
// differences from the row above (predictor 15). from_scan is the identity.
// Fails with kOutOfMemory.
Result<EncodedPage> PackedPixels(const PageImage& image);

}  // namespace donthu
