// Where an image lies on a PDF page: user space, in points, y upwards.
#pragma once

#include "stages/load/orientation.h"
#include "stages/load/resolution.h"

namespace donthu {

struct Rect {
  double left = 0.0;
  double bottom = 0.0;
  double right = 0.0;
  double top = 0.0;
};

// 0 where the rectangle is empty.
double AreaOf(const Rect& rect);
Rect Intersection(const Rect& a, const Rect& b);

// (x, y) becomes (a x + c y + e, b x + d y + f), as in PDF.
struct Matrix {
  double a = 1.0;
  double b = 0.0;
  double c = 0.0;
  double d = 1.0;
  double e = 0.0;
  double f = 0.0;
};

// First `inner`, then `outer`.
Matrix Concat(const Matrix& inner, const Matrix& outer);

// Around the image of `rect`.
Rect Bounds(const Rect& rect, const Matrix& matrix);

// An image is painted on the unit square as `matrix` moves it.
constexpr Rect kUnitSquare{0.0, 0.0, 1.0, 1.0};

// Whether the sides of a moved unit square stay so level and upright that
// over `width_px` by `height_px` pixels no corner is off by half a pixel.
bool IsAxisAligned(const Matrix& matrix, int width_px, int height_px);

// How to turn the image's pixels to the page as seen. `page_rotation` is
// /Rotate: clockwise, a multiple of 90.
Orientation OrientationOf(const Matrix& matrix, int page_rotation);

// Across the image's own rows and columns, before it is turned; a point is
// `user_unit` seventy-seconds of an inch. 0 where a side has no length.
Resolution ResolutionOf(const Matrix& matrix, int width_px, int height_px,
                        double user_unit);

}  // namespace donthu
