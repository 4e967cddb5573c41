// Keeps Tesseract from writing every line of a page as PNG for itself.
//
// Tesseract hands line images from layout to recognition through Leptonica's
// pixWriteMem() and pixReadMem(). raw_line_images.cc defines both for the
// whole executable, which the shared library then finds first: inside a
// RawLineImages scope 1 and 8 bit images pass as raw pixels, everything else
// and everything outside goes on to Leptonica. Where the executable's
// definitions are not found first, nothing changes but the time.
#pragma once

#include <string>

namespace donthu {

class RawLineImages {
 public:
  RawLineImages();
  ~RawLineImages();
  RawLineImages(const RawLineImages&) = delete;
  RawLineImages& operator=(const RawLineImages&) = delete;

  // Images read back raw since the program started: grows with every line
  // where the way is taken.
  static long TakenCount();
};

// "leptonica-1.82.0".
std::string LeptonicaVersion();

}  // namespace donthu
