// Lines of text that do not run straight, as on a page that is bent.
#pragma once

#include <vector>

#include "models/geometry.h"

namespace donthu {

// Leads from a page whose lines are straight to the page as it lies: a place
// keeps its x and moves down by shift + stretch * (y - middle_px), both read
// at x. That is what a sheet bent about an axis that runs down the page looks
// like from above: what lies deeper is drawn towards the eye.
struct Curve {
  struct Column {
    double shift_px = 0.0;
    double stretch = 0.0;  // above -1, so that no two places fall together

    friend bool operator==(const Column&, const Column&) = default;
  };
  double step_px = 1.0;  // columns stand at 0, step_px, 2 * step_px …
  double middle_px = 0.0;
  std::vector<Column> columns;  // never empty; straight on beyond the last

  friend bool operator==(const Curve&, const Curve&) = default;
};

// Linear between the two columns beside `x_px`.
Curve::Column ColumnAt(const Curve& curve, double x_px);

PointPx Apply(const Curve& curve, PointPx straight);

// The smallest box, in whole pixels, around what `straight` becomes.
BoxPx BoxAround(const Curve& curve, const BoxPx& straight);

}  // namespace donthu
