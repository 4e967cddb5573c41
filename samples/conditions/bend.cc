#include "samples/conditions/bend.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace donthu::samples {

BentColumn ColumnOfSheet(const Bend& bend, double sheet_x_px) {
  const double most = static_cast<double>(bend.section.size()) - 1.0;
  const double at = std::clamp(sheet_x_px / bend.step_px, 0.0, most);
  const auto index =
      static_cast<std::size_t>(std::min(std::floor(at), most - 1.0));
  const PointPx& a = bend.section[index];
  const PointPx& b = bend.section[index + 1];
  const double part = at - static_cast<double>(index);
  BentColumn column;
  column.sheet_x_px = sheet_x_px;
  column.slope = (b.y_px - a.y_px) / bend.step_px;
  column.depth_px = a.y_px + part * (b.y_px - a.y_px);
  column.shrink = bend.camera_px / (bend.camera_px + column.depth_px);
  const double across = a.x_px + part * (b.x_px - a.x_px);
  column.seen_x_px = bend.eye.x_px + (across - bend.eye.x_px) * column.shrink;
  return column;
}

PointPx Apply(const Bend& bend, PointPx sheet) {
  const BentColumn column = ColumnOfSheet(bend, sheet.x_px);
  return {column.seen_x_px,
          bend.eye.y_px + (sheet.y_px - bend.eye.y_px) * column.shrink};
}

BoxPx BoxAround(const Bend& bend, const BoxPx& box) {
  double left = 1e9;
  double top = 1e9;
  double right = -1e9;
  double bottom = -1e9;
  for (int x = box.left_px;; x = std::min(x + 8, box.right_px)) {
    for (const int y : {box.top_px, box.bottom_px}) {
      const PointPx at = Apply(bend, {double{1.0} * x, double{1.0} * y});
      left = std::min(left, at.x_px);
      top = std::min(top, at.y_px);
      right = std::max(right, at.x_px);
      bottom = std::max(bottom, at.y_px);
    }
    if (x >= box.right_px) break;
  }
  return {static_cast<int>(std::floor(left)), static_cast<int>(std::floor(top)),
          static_cast<int>(std::ceil(right)),
          static_cast<int>(std::ceil(bottom))};
}

}  // namespace donthu::samples
