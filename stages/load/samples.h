// Raw samples of an image and what their numbers mean.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/page_image.h"

namespace donthu {

// As a codec gives them: row-major, rows padded to whole bytes, the highest
// bit first, 16-bit samples big-endian, components interleaved.
struct Samples {
  int width_px = 0;
  int height_px = 0;
  int components = 1;               // 1, 3 or 4
  int bits = 8;                     // a component: 1, 2, 4, 8 or 16
  std::vector<std::uint8_t> bytes;  // height_px * RowBytes()
};

std::size_t RowBytes(const Samples& samples);

enum class ColourModel { kGray, kRgb, kCmyk, kPalette };

int ComponentsOf(ColourModel model);

struct Rgb {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  friend bool operator==(const Rgb&, const Rgb&) = default;
};

// What the lowest and the highest sample stand for, as in a PDF's /Decode.
struct DecodeRange {
  double low = 0.0;
  double high = 1.0;
};

struct ColourMap {
  ColourModel model = ColourModel::kGray;
  std::vector<Rgb> palette;         // of kPalette only
  std::vector<DecodeRange> decode;  // one a component, or none: as it is
};

// The page in gray or RGB; gray too where the palette holds grays only. The
// model must have as many components as the samples. Takes the bytes over
// where they are pixels already. Resolution stays unset.
PageImage ToPageImage(Samples samples, const ColourMap& map);

// Gray in place of RGB where red, green and blue are the same all over.
void DropNeutralColour(PageImage* image);

// Whether every sample of a gray image is 0 or 255.
bool IsBlackAndWhite(const PageImage& image);

}  // namespace donthu
