#include "models/curve.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace donthu {

Curve::Column ColumnAt(const Curve& curve, double x_px) {
  const std::size_t last = curve.columns.size() - 1;
  const double at =
      std::clamp(x_px / curve.step_px, 0.0, static_cast<double>(last));
  const auto index = static_cast<std::size_t>(at);
  const double part = at - static_cast<double>(index);
  const Curve::Column& a = curve.columns[index];
  const Curve::Column& b = curve.columns[std::min(index + 1, last)];
  return {a.shift_px + part * (b.shift_px - a.shift_px),
          a.stretch + part * (b.stretch - a.stretch)};
}

PointPx Apply(const Curve& curve, PointPx straight) {
  const Curve::Column column = ColumnAt(curve, straight.x_px);
  return {straight.x_px,
          straight.y_px + column.shift_px +
              column.stretch * (straight.y_px - curve.middle_px)};
}

BoxPx BoxAround(const Curve& curve, const BoxPx& straight) {
  double top = straight.bottom_px + 1e6;
  double bottom = straight.top_px - 1e6;
  const auto add = [&](double x) {
    top = std::min(top, Apply(curve, {x, 1.0 * straight.top_px}).y_px);
    bottom = std::max(bottom, Apply(curve, {x, 1.0 * straight.bottom_px}).y_px);
  };
  // Between two columns the edges are straight: no place lies farther out.
  add(straight.left_px);
  for (double x = std::ceil(straight.left_px / curve.step_px) * curve.step_px;
       x < straight.right_px; x += curve.step_px) {
    add(x);
  }
  add(straight.right_px);
  return {straight.left_px, static_cast<int>(std::floor(top)),
          straight.right_px, static_cast<int>(std::ceil(bottom))};
}

}  // namespace donthu
