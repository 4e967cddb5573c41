// A page as its file holds it: for copies that keep the file's own bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "models/geometry.h"

namespace donthu {

enum class PageCoding {
  kPixels,    // in no form that a PDF takes over: to be decoded
  kPdfPage,   // a page of a PDF
  kJpeg,      // a whole JPEG file
  kJpeg2000,  // a whole JP2 file
  kGroup4,    // ITU-T T.6, highest bit first
  kDeflate,   // zlib; rows filtered as `predictor` says
};

enum class PageColour { kGray, kRgb, kCmyk, kPalette };

// Of a page of a PDF.
struct PdfSource {
  int number = 0;  // 1-based in the file
  // The stream of the image that stands for the page; 0: more is painted.
  int image_object = 0;
  int image_generation = 0;
  // Where it is painted, as PDF's cm: (x, y) becomes (ax + cy + e, bx + dy +
  // f).
  std::array<double, 6> placement = {1, 0, 0, 1, 0, 0};
  bool annotated = false;  // an annotation may be seen
  // The text that the page holds itself, seen or not, as poppler reads it;
  // empty where the image stands for the page.
  std::string own_text;

  friend bool operator==(const PdfSource&, const PdfSource&) = default;
};

struct EncodedPage {
  PageCoding coding = PageCoding::kPixels;
  // Of the codings after kPdfPage.
  std::vector<std::uint8_t> bytes;
  int width_px = 0;  // as stored, before it is turned
  int height_px = 0;
  PageColour colour = PageColour::kGray;
  int bits = 8;                       // a component
  std::vector<std::uint8_t> palette;  // red, green, blue of each entry
  bool inverted = false;              // the lowest sample is white, or no ink
  int predictor = 1;                  // of kDeflate, numbered as in PDF
  bool black_is_1 = false;            // of kGroup4, as in PDF
  // Pixels of the scan, as load gives it, to those stored; for kPdfPage to
  // points of the page's user space, y upwards.
  Homography from_scan;
  PdfSource pdf;  // of kPdfPage

  friend bool operator==(const EncodedPage&, const EncodedPage&) = default;
};

}  // namespace donthu
