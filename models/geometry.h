// Places on a page.
#pragma once

#include <array>

namespace donthu {

// Axis-aligned, in pixels of the page image, origin top left, y down.
// Half open: a box of width 1 has right_px == left_px + 1.
struct BoxPx {
  int left_px = 0;
  int top_px = 0;
  int right_px = 0;
  int bottom_px = 0;

  int width_px() const { return right_px - left_px; }
  int height_px() const { return bottom_px - top_px; }
  bool empty() const { return right_px <= left_px || bottom_px <= top_px; }

  friend bool operator==(const BoxPx&, const BoxPx&) = default;
};

// The smallest box that holds both; an empty one counts for nothing.
BoxPx Union(const BoxPx& a, const BoxPx& b);
// The part that both share; empty() where they share none.
BoxPx Intersection(const BoxPx& a, const BoxPx& b);

// Row-major 3 x 3. Maps (x, y, 1) of one image to another, up to scale.
struct Homography {
  std::array<double, 9> m = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  friend bool operator==(const Homography&, const Homography&) = default;
};

// `second` after `first`.
Homography Compose(const Homography& second, const Homography& first);

// Undone: Compose(Inverse(h), h) maps every place to itself, up to rounding.
// `homography` must not map the plane to a line.
Homography Inverse(const Homography& homography);

struct PointPx {
  double x_px = 0.0;
  double y_px = 0.0;

  friend bool operator==(const PointPx&, const PointPx&) = default;
};
PointPx Apply(const Homography& homography, PointPx point);

// The smallest box, in whole pixels, around where `box` comes to lie.
BoxPx BoxAround(const Homography& homography, const BoxPx& box);

// A place in a letter: a box on a page of the file.
struct Place {
  int page = 0;  // 1-based number in the file
  BoxPx box;     // pixels of the upright page image

  friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace donthu
