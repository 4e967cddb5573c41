// Pixels of one page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/geometry.h"

namespace donthu {

enum class PixelFormat {
  kGray8,  // one byte a pixel, 0 black to 255 white
  kRgb24,  // three bytes a pixel: red, green, blue
};

// A word that the file names by itself, and where it draws it.
struct NamedWord {
  std::string text;  // UTF-8, as the file's font maps it: not normalized
  BoxPx box;         // pixels of the page image

  friend bool operator==(const NamedWord&, const NamedWord&) = default;
};

// One page as the scanner or camera saw it, EXIF orientation and a PDF's
// /Rotate already applied.
struct PageImage {
  int width_px = 0;
  int height_px = 0;
  PixelFormat format = PixelFormat::kGray8;
  // Resolution across and down; 0 only where the file gives none that is
  // believable and none could be estimated.
  double dpi_x = 0.0;
  double dpi_y = 0.0;
  // True where the source had one bit a pixel: every sample is 0 or 255.
  bool bilevel = false;
  // Row-major, no padding: height_px * width_px * bytes of the format.
  std::vector<std::uint8_t> pixels;
  // Of a page of a PDF that was drawn: its own text, seen or not.
  std::vector<NamedWord> words;

  friend bool operator==(const PageImage&, const PageImage&) = default;
};

inline int BytesPerPixel(PixelFormat format) {
  return format == PixelFormat::kGray8 ? 1 : 3;
}

}  // namespace donthu
