#include "samples/conditions/plane.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

namespace donthu::samples {
namespace {

using Row = std::array<double, 9>;  // eight unknowns and the right-hand side

// Gauss and Jordan, with the largest pivot.
std::array<double, 8> Solved(std::array<Row, 8> rows) {
  for (std::size_t c = 0; c < 8; ++c) {
    std::size_t pivot = c;
    for (std::size_t r = c + 1; r < 8; ++r) {
      if (std::abs(rows[r][c]) > std::abs(rows[pivot][c])) pivot = r;
    }
    std::swap(rows[c], rows[pivot]);
    for (std::size_t r = 0; r < 8; ++r) {
      if (r == c) continue;
      const double factor = rows[r][c] / rows[c][c];
      for (std::size_t k = c; k < 9; ++k) rows[r][k] -= factor * rows[c][k];
    }
  }
  std::array<double, 8> solution{};
  for (std::size_t i = 0; i < 8; ++i) solution[i] = rows[i][8] / rows[i][i];
  return solution;
}

}  // namespace

Homography Scaling(double across, double down) {
  return {{across, 0, 0, 0, down, 0, 0, 0, 1}};
}

Homography Rotation(double degrees, double width_px, double height_px) {
  const double angle = degrees * std::numbers::pi / 180.0;
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  const double x = width_px / 2;
  const double y = height_px / 2;
  return {{c, -s, x - c * x + s * y, s, c, y - s * x - c * y, 0, 0, 1}};
}

Homography TurnMap(int width_px, int height_px, int clockwise_deg) {
  const double w = width_px;
  const double h = height_px;
  if (clockwise_deg == 90) return {{0, -1, h, 1, 0, 0, 0, 0, 1}};
  if (clockwise_deg == 180) return {{-1, 0, w, 0, -1, h, 0, 0, 1}};
  if (clockwise_deg == 270) return {{0, 1, 0, -1, 0, w, 0, 0, 1}};
  return {};
}

Homography CornersTo(double width_px, double height_px,
                     const std::array<PointPx, 4>& corners) {
  const std::array<PointPx, 4> page = {
      {{0, 0}, {width_px, 0}, {width_px, height_px}, {0, height_px}}};
  std::array<Row, 8> rows{};
  for (std::size_t i = 0; i < 4; ++i) {
    const double x = page[i].x_px;
    const double y = page[i].y_px;
    const double u = corners[i].x_px;
    const double v = corners[i].y_px;
    rows[2 * i] = {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
    rows[2 * i + 1] = {0, 0, 0, x, y, 1, -v * x, -v * y, v};
  }
  const auto s = Solved(rows);
  return {{s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], 1.0}};
}

}  // namespace donthu::samples
