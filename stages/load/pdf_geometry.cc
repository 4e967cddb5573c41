#include "stages/load/pdf_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace donthu {
namespace {

constexpr double kPointsPerInch = 72.0;

double DotsPerInch(int pixels, double points) {
  return points > 0.0 ? pixels * kPointsPerInch / points : 0.0;
}

}  // namespace

double AreaOf(const Rect& rect) {
  if (rect.right <= rect.left || rect.top <= rect.bottom) return 0.0;
  return (rect.right - rect.left) * (rect.top - rect.bottom);
}

Rect Intersection(const Rect& a, const Rect& b) {
  return {std::max(a.left, b.left), std::max(a.bottom, b.bottom),
          std::min(a.right, b.right), std::min(a.top, b.top)};
}

Matrix Concat(const Matrix& inner, const Matrix& outer) {
  return {inner.a * outer.a + inner.b * outer.c,
          inner.a * outer.b + inner.b * outer.d,
          inner.c * outer.a + inner.d * outer.c,
          inner.c * outer.b + inner.d * outer.d,
          inner.e * outer.a + inner.f * outer.c + outer.e,
          inner.e * outer.b + inner.f * outer.d + outer.f};
}

Rect Bounds(const Rect& rect, const Matrix& matrix) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  Rect bounds{kInfinity, kInfinity, -kInfinity, -kInfinity};
  for (const double x : {rect.left, rect.right}) {
    for (const double y : {rect.bottom, rect.top}) {
      const double moved_x = matrix.a * x + matrix.c * y + matrix.e;
      const double moved_y = matrix.b * x + matrix.d * y + matrix.f;
      bounds.left = std::min(bounds.left, moved_x);
      bounds.right = std::max(bounds.right, moved_x);
      bounds.bottom = std::min(bounds.bottom, moved_y);
      bounds.top = std::max(bounds.top, moved_y);
    }
  }
  return bounds;
}

bool IsAxisAligned(const Matrix& matrix, int width_px, int height_px) {
  const auto within = [](double off, double side, int pixels) {
    return std::abs(off) < 0.5 * std::abs(side) / pixels;
  };
  const Matrix& m = matrix;
  return (within(m.b, m.d, height_px) && within(m.c, m.a, width_px)) ||
         (within(m.a, m.c, height_px) && within(m.d, m.b, width_px));
}

// The derivatives of the device position (y down) by the image's column and
// row, turned with the page.
Orientation OrientationOf(const Matrix& matrix, int page_rotation) {
  double x_by_column = matrix.a;
  double x_by_row = -matrix.c;
  double y_by_column = -matrix.b;
  double y_by_row = matrix.d;
  const int quarters = ((page_rotation / 90) % 4 + 4) % 4;
  for (int turn = 0; turn < quarters; ++turn) {
    const double column = x_by_column;
    const double row = x_by_row;
    x_by_column = -y_by_column;
    x_by_row = -y_by_row;
    y_by_column = column;
    y_by_row = row;
  }
  if (std::abs(x_by_column) >= std::abs(x_by_row)) {
    return {false, x_by_column < 0.0, y_by_row < 0.0};
  }
  return {true, x_by_row < 0.0, y_by_column < 0.0};
}

Resolution ResolutionOf(const Matrix& matrix, int width_px, int height_px,
                        double user_unit) {
  return {DotsPerInch(width_px, std::hypot(matrix.a, matrix.b) * user_unit),
          DotsPerInch(height_px, std::hypot(matrix.c, matrix.d) * user_unit)};
}

}  // namespace donthu
