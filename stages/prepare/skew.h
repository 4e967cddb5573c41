// How far the lines of a page are from level.
#pragma once

#include "models/clean_page.h"
#include "models/page_image.h"

namespace donthu {

struct Skew {
  double angle_deg = 0.0;   // clockwise positive, within -16 to 16
  double confidence = 0.0;  // Leptonica's: above 3 believable
  // Where they run down, the angle says nothing.
  LinesRun lines_run = LinesRun::kUnclear;
};

// `down_per_across`: height of a pixel divided by its width. Zero confidence
// where the page has too little to say. Expects gray pixels. Pages within 5
// degrees take one sweep, others two, and those without clear lines a third
// for lines that run down.
Skew FindSkew(const PageImage& gray, double down_per_across);

}  // namespace donthu
