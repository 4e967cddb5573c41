// A sheet that does not lie flat: a cylinder whose axis runs down the page.
#pragma once

#include <vector>

#include "models/geometry.h"

namespace donthu::samples {

// Seen from straight above by a camera at a finite height, so that what lies
// deeper is drawn towards the point beneath the camera: lines of text bend.
// All lengths are pixels of the sheet.
struct Bend {
  // Where the sheet's columns 0, step_px, 2 * step_px … lie: x_px across the
  // plane, y_px the depth below it. x_px grows; at least two points, the last
  // at or beyond the sheet's right edge.
  std::vector<PointPx> section;
  double step_px = 0.0;
  PointPx eye;             // the point beneath the camera
  double camera_px = 0.0;  // its height above the plane, above 0
};

// Where a place of the flat sheet is seen.
PointPx Apply(const Bend& bend, PointPx sheet);

// One column of the picture, or of the sheet.
struct BentColumn {
  double sheet_x_px = 0.0;
  double seen_x_px = 0.0;
  double shrink = 1.0;  // of heights above and below the eye, 0 to 1
  double slope = 0.0;   // depth by arc length there, -1 to 1
  double depth_px = 0.0;
};
BentColumn ColumnOfSheet(const Bend& bend, double sheet_x_px);

// The smallest box, in whole pixels, around what `box` of the sheet becomes.
BoxPx BoxAround(const Bend& bend, const BoxPx& box);

}  // namespace donthu::samples
