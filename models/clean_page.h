// A page ready for recognition.
#pragma once

#include <vector>

#include "models/geometry.h"
#include "models/ink_mark.h"
#include "models/page_image.h"

namespace donthu {

// A seal, a stamp or a stroke of a pen, taken off the page.
struct InkLayer {
  StampMark mark;  // box in pixels of the upright page
  // What stands in the frame of a stamp, gray and level: what is coloured, and
  // all that is there. Empty where the mark is no framed stamp.
  PageImage coloured;
  PageImage all;
};

struct CleanPage {
  PageImage image;              // gray, upright, deskewed, square pixels
  int rotation_deg = 0;         // 0, 90, 180, 270: turned clockwise by this
  double skew_deg = 0.0;        // removed skew, clockwise positive
  Homography to_source;         // from pixels of `image` to pixels of the scan
  std::vector<InkLayer> marks;  // what was taken off, from the top
};

}  // namespace donthu
