// Leptonica's codecs.
#pragma once

#include <string>
#include <vector>

#include "models/page_image.h"
#include "models/result.h"

namespace donthu::samples {

enum class ImageCodec { kJpeg, kPng, kPng1, kWebp, kJp2 };
enum class TiffCodec { kG4, kLzw, kDeflate, kJpeg };

// All fail with kInternal where the encoder refuses.
Result<std::string> EncodeImage(const PageImage& page, ImageCodec codec,
                                int quality);
Result<std::string> EncodeTiff(const std::vector<PageImage>& pages,
                               TiffCodec codec);

// One CCITT Group 4 stream as a PDF wants it.
struct G4Stream {
  std::string bytes;
  int width_px = 0;
  int height_px = 0;
  bool black_is_one = false;
};
Result<G4Stream> EncodeG4(const PageImage& page);

}  // namespace donthu::samples
