// How far the lines of a page are from level.
#pragma once

#include "models/page_image.h"

namespace donthu {

struct Skew {
  double angle_deg = 0.0;   // clockwise positive, within -16 to 16
  double confidence = 0.0;  // Leptonica's: above 3 believable
};

// `down_per_across`: height of a pixel divided by its width. Zero confidence
// where the page has too little to say. Expects gray pixels. Pages within 5
// degrees take one sweep, others two.
Skew FindSkew(const PageImage& gray, double down_per_across);

}  // namespace donthu
