// Pages of real letters, drawn for tests of the engine.
#pragma once

#include <string>
#include <vector>

#include "models/page_image.h"

namespace donthu {

// Text at a place: `left_px`, `top_px` and `width_px` are of a 300 dpi page.
struct DrawnText {
  std::string text;  // UTF-8; one line each '\n'
  int left_px = 0;
  int top_px = 0;
  int width_px = 2000;  // lines are centred within
};

// A page of A4 at 300 dpi, white, Liberation Serif of 13 pt in black.
PageImage DrawPage(const std::vector<DrawnText>& texts);

}  // namespace donthu
