// A page ready for recognition.
#pragma once

#include "models/geometry.h"
#include "models/page_image.h"

namespace donthu {

struct CleanPage {
  PageImage image;        // gray, upright, deskewed, square pixels
  int rotation_deg = 0;   // 0, 90, 180, 270: turned clockwise by this
  double skew_deg = 0.0;  // removed skew, clockwise positive
  Homography to_source;   // from pixels of `image` to pixels of the scan
};

}  // namespace donthu
