// Files that the tests of load build in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/page_image.h"
#include "models/result.h"
#include "stages/load/load.h"

namespace donthu {

// An open descriptor of a file in memory with these bytes.
class BytesInMemory {
 public:
  explicit BytesInMemory(std::string_view bytes);
  BytesInMemory(const BytesInMemory&) = delete;
  BytesInMemory& operator=(const BytesInMemory&) = delete;
  ~BytesInMemory();
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

Result<std::unique_ptr<Document>> Opened(std::string_view bytes,
                                         LoadLimits limits = {});
Result<PageImage> Loaded(std::string_view bytes, int page = 1,
                         LoadLimits limits = {});
// "no error", or the name of the code from Open() or Run().
std::string ErrorOf(std::string_view bytes, LoadLimits limits = {});

// Big blocks of black, white and, in colour, red and blue; no two corners are
// alike, so that every turn shows.
PageImage Blocks(int width_px, int height_px, PixelFormat format);
PageImage BilevelBlocks(int width_px, int height_px);

enum class Codec {
  kJpeg,
  kPng,
  kWebp,
  kJp2,
  kTiffPlain,
  kTiffG4,
  kTiffLzw,
  kTiffDeflate,
  kTiffJpeg,
};
// Written by Leptonica, which load does not use.
std::string Encoded(const PageImage& image, Codec codec);
// A TIFF with one group 4 page for each image.
std::string MultipageTiff(const std::vector<PageImage>& pages);
// The bare T.6 data of a black and white image.
std::string Group4Data(const PageImage& image);

// How far the pixel furthest off is off; 256 where size or format differ.
int WorstDifference(const PageImage& a, const PageImage& b);
double MeanDifference(const PageImage& a, const PageImage& b);

}  // namespace donthu
