// How far the lines of a page are from level.
#pragma once

#include "models/clean_page.h"
#include "models/page_image.h"

namespace donthu {

struct Skew {
  double angle_deg = 0.0;  // clockwise positive, within -16 to 16
  // Leptonica's: believable above 3, or from 2.5 where the lines run across.
  double confidence = 0.0;
  // Where they run down, the angle says nothing.
  LinesRun lines_run = LinesRun::kUnclear;
};

// `down_per_across`: height of a pixel divided by its width. Zero confidence
// where the page has too little to say. Expects gray pixels. Pages within 5
// degrees take one sweep, others two, those without clear lines a third for
// lines that run down, and those of little ink one of the ink alone.
Skew FindSkew(const PageImage& gray, double down_per_across);

}  // namespace donthu
