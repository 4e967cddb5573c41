#include "models/geometry.h"

#include <algorithm>

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

PointPx Apply(const Homography& homography, PointPx point) {
  const auto& m = homography.m;
  const double w = m[6] * point.x_px + m[7] * point.y_px + m[8];
  return {(m[0] * point.x_px + m[1] * point.y_px + m[2]) / w,
          (m[3] * point.x_px + m[4] * point.y_px + m[5]) / w};
}

}  // namespace donthu
