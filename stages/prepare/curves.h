// Pages that are bent: how their lines run, and the page with straight ones.
#pragma once

#include <optional>
#include <vector>

#include "models/clean_page.h"
#include "models/curve.h"
#include "models/page_image.h"
#include "stages/prepare/line_centers.h"

namespace donthu {

// The curve that all lines follow, by least squares, and what it leaves of
// them; for a page `width_px` wide and `height_px` high.
struct FittedCurve {
  Curve curve;
  double bend_px = 0.0;      // root mean square of the points off level lines
  double residual_px = 0.0;  // the same off the curve
};
FittedCurve FitCurve(const std::vector<LineCenters>& lines, int width_px,
                     int height_px, double dpi);

// Empty where lines run straight, where too few are seen, and where they do
// not follow one curve. Costs flat pages 3 ms.
std::optional<StraightLines> Straighten(const PageImage& gray, double dpi);

}  // namespace donthu
