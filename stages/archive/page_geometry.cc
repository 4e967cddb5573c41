#include "stages/archive/page_geometry.h"

#include <algorithm>
#include <cmath>

namespace donthu {
namespace {

constexpr double kPointsPerInch = 72.0;
constexpr double kUnknownDpi = 300.0;
constexpr double kLongestPt = 14'400.0;

double Step(double dpi) {
  return kPointsPerInch / (dpi > 0.0 ? dpi : kUnknownDpi);
}

// Clockwise, of the stored image once it is mirrored where it has to be: where
// its first row runs to on the scan.
int TurnOf(const Homography& from_scan, bool mirrored) {
  // The inverse of a matrix of quarter turns is its transpose.
  const double sign = mirrored ? -1.0 : 1.0;
  const double x = sign * from_scan.m[0];
  const double y = sign * from_scan.m[1];
  if (std::abs(x) >= std::abs(y)) return x >= 0.0 ? 0 : 180;
  return y > 0.0 ? 90 : 270;
}

}  // namespace

PageGeometry GeometryOf(const RecordPage& page, const EncodedPage& stored) {
  const auto& m = stored.from_scan.m;
  const bool swapped = std::abs(m[0]) < std::abs(m[1]);
  const bool mirrored = m[0] * m[4] - m[1] * m[3] < 0.0;
  double step_x = Step(swapped ? page.dpi_y : page.dpi_x);
  double step_y = Step(swapped ? page.dpi_x : page.dpi_y);
  const double longest =
      std::max(stored.width_px * step_x, stored.height_px * step_y);
  const double shrink = std::min(1.0, kLongestPt / longest);
  step_x *= shrink;
  step_y *= shrink;

  PageGeometry geometry;
  const double width = geometry.width_pt = stored.width_px * step_x;
  const double height = geometry.height_pt = stored.height_px * step_y;
  geometry.rotate_deg =
      (TurnOf(stored.from_scan, mirrored) + page.rotation_deg) % 360;
  geometry.placement = {mirrored ? -width : width, 0, 0, height,
                        mirrored ? width : 0.0,    0};
  const Homography stored_to_points{{mirrored ? -step_x : step_x, 0,
                                     mirrored ? width : 0.0, 0, -step_y, height,
                                     0, 0, 1}};
  geometry.to_points =
      Compose(stored_to_points, Compose(stored.from_scan, page.to_source));
  return geometry;
}

PageGeometry EmptySheet() {
  PageGeometry geometry;
  geometry.width_pt = 595.28;
  geometry.height_pt = 841.89;
  return geometry;
}

}  // namespace donthu
