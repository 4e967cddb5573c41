// The part of a PDF's graphics state that tells what is painted.
#pragma once

#include <limits>

#include "stages/load/pdf_geometry.h"

namespace donthu {

constexpr Rect kEverywhere{
    -std::numeric_limits<double>::max(), -std::numeric_limits<double>::max(),
    std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};

struct PdfState {
  Matrix matrix;
  Rect clip = kEverywhere;
  bool black_fill = true;
  bool gray_space = true;  // of fill and stroke, as far as they were set
  bool type3_font = false;
  int text_mode = 0;  // Tr: 3 is invisible
};

}  // namespace donthu
