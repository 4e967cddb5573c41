// Baseline, progressive and arithmetic JPEG through libjpeg-turbo.
#pragma once

#include "models/encoded_page.h"
#include "models/page_image.h"
#include "models/result.h"
#include "stages/load/bytes.h"
#include "stages/load/load.h"
#include "stages/load/resolution.h"
#include "stages/load/samples.h"

namespace donthu {

struct JpegImage {
  // Gray, RGB or CMYK; YCbCr and YCCK are converted.
  Samples samples;
  // Written by a program of Adobe's, which stores CMYK inverted.
  bool has_adobe_marker = false;
  int orientation = 1;    // of EXIF
  Resolution resolution;  // of JFIF, else of EXIF
};

// Fails with kTooManyPixels, kFileTruncated where the data ends before the
// last row, kImageUnreadable.
Result<JpegImage> ReadJpeg(Bytes bytes, const LoadLimits& limits);

// A JPEG file as a page.
Result<PageImage> DecodeJpeg(Bytes bytes, const LoadLimits& limits);

// The file itself, where a PDF's DCTDecode reads it as we do: Huffman-coded,
// eight bits, gray, YCbCr or Adobe's RGB, CMYK and YCCK. Its header alone is
// read. Fails as ReadJpeg() does.
Result<EncodedPage> StoredJpeg(Bytes bytes, const LoadLimits& limits);

}  // namespace donthu
