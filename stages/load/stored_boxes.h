// PNG and JP2 files taken apart, without decoding what they hold.
#pragma once

#include "models/encoded_page.h"
#include "models/result.h"
#include "stages/load/bytes.h"
#include "stages/load/load.h"

namespace donthu {

// The IDAT chunks of a PNG, one after the other: together they are what a
// PDF's FlateDecode with predictor 15 reads (PNG, 2nd edition, clause 10).
// kPixels where it is interlaced or transparent. Fails with kTooManyPixels.
Result<EncodedPage> StoredPng(Bytes bytes, const LoadLimits& limits);

// A JP2 file of one gray or three sRGB components of eight bits that its
// colour box names by number, with neither palette nor channel definitions.
// kPixels otherwise. Fails with kTooManyPixels.
Result<EncodedPage> StoredJpeg2000(Bytes bytes, const LoadLimits& limits);

}  // namespace donthu
