#include "models/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace donthu {

BoxPx Union(const BoxPx& a, const BoxPx& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.left_px, b.left_px), std::min(a.top_px, b.top_px),
          std::max(a.right_px, b.right_px), std::max(a.bottom_px, b.bottom_px)};
}

BoxPx Intersection(const BoxPx& a, const BoxPx& b) {
  return {std::max(a.left_px, b.left_px), std::max(a.top_px, b.top_px),
          std::min(a.right_px, b.right_px), std::min(a.bottom_px, b.bottom_px)};
}

Homography Compose(const Homography& second, const Homography& first) {
  Homography product;
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      double sum = 0.0;
      for (std::size_t i = 0; i < 3; ++i) {
        sum += second.m[row * 3 + i] * first.m[i * 3 + column];
      }
      product.m[row * 3 + column] = sum;
    }
  }
  return product;
}

// The adjugate: a homography is the same at any scale.
Homography Inverse(const Homography& homography) {
  const auto& m = homography.m;
  return {{m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8],
           m[1] * m[5] - m[2] * m[4], m[5] * m[6] - m[3] * m[8],
           m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
           m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7],
           m[0] * m[4] - m[1] * m[3]}};
}

PointPx Apply(const Homography& homography, PointPx point) {
  const auto& m = homography.m;
  const double w = m[6] * point.x_px + m[7] * point.y_px + m[8];
  return {(m[0] * point.x_px + m[1] * point.y_px + m[2]) / w,
          (m[3] * point.x_px + m[4] * point.y_px + m[5]) / w};
}

BoxPx BoxAround(const Homography& homography, const BoxPx& box) {
  double left = std::numeric_limits<double>::max();
  double top = left;
  double right = std::numeric_limits<double>::lowest();
  double bottom = right;
  for (const int x : {box.left_px, box.right_px}) {
    for (const int y : {box.top_px, box.bottom_px}) {
      const PointPx at =
          Apply(homography, PointPx{double{1.0} * x, double{1.0} * y});
      left = std::min(left, at.x_px);
      top = std::min(top, at.y_px);
      right = std::max(right, at.x_px);
      bottom = std::max(bottom, at.y_px);
    }
  }
  return {static_cast<int>(std::floor(left)), static_cast<int>(std::floor(top)),
          static_cast<int>(std::ceil(right)),
          static_cast<int>(std::ceil(bottom))};
}

}  // namespace donthu
