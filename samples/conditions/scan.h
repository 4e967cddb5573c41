// A sheet as a machine saw it.
#pragma once

#include <optional>

#include "models/geometry.h"
#include "models/page_image.h"
#include "samples/conditions/bend.h"
#include "samples/rng.h"

namespace donthu::samples {

struct Scan {
  PageImage image;
  // Of a sheet that does not lie flat: comes before `from_sheet`.
  std::optional<Bend> bend;
  Homography from_sheet;  // pixels of the sheet to pixels of `image`
  int rotation_deg = 0;   // turning `image` clockwise by this sets it upright
  double skew_deg = 0.0;  // of the text, clockwise positive
  int jpeg_quality = 70;  // where the file is a JPEG
};

enum class Colour { kGray, kColour };

// Each takes a sheet (kRgb24, upright, drawn at 300 dpi).

// A flatbed at 300 dpi: a trace of blur and grain.
Scan ScanFlat(const PageImage& sheet, Colour colour, Rng rng);
// 200 dpi, one bit, specks, broken strokes, a trace of skew.
Scan ScanFax(const PageImage& sheet, Rng rng);
// 204 x 98 dpi ("normal" mode of ITU-T T.4), else the same.
Scan ScanCoarseFax(const PageImage& sheet, Rng rng);
// 150 dpi, and saved too small.
Scan ScanLowResolution(const PageImage& sheet, Rng rng);
// By hand over a desk: perspective, a shadow across, a lamp's tint.
Scan ScanPhoto(const PageImage& sheet, Rng rng);
// Fed sideways or upside down.
Scan ScanTurned(const PageImage& sheet, Rng rng);
// Fed askew: 1 to 8 degrees either way.
Scan ScanSkewed(const PageImage& sheet, Rng rng);
// Bent down to the spine of a book at the left or right edge, or in waves,
// under a camera; 300 dpi, darker where it is deep.
Scan ScanBound(const PageImage& sheet, Rng rng);

// White of the scanner's lid.
Scan WarpedScan(const PageImage& sheet, const Homography& map, double dpi_x,
                double dpi_y);

}  // namespace donthu::samples
