// Round seals in scans without colour.
#pragma once

#include <cstddef>
#include <vector>

#include "models/page_image.h"

namespace donthu {

// Of the outer ring: offices' seals are 28 to 50 mm across.
inline constexpr double kSealRadiusMm[2] = {14.0, 25.0};
inline constexpr std::size_t kMostSeals = 4;  // on a page

struct GraySeal {
  double x_px = 0.0;  // middle
  double y_px = 0.0;
  double radius_px = 0.0;  // of the outer ring
  double certainty = 0.0;  // part of the ring that is seen: 0.5 to 1
};

// Rings of that size, found by their edges: each votes for the middles
// that it may belong to, along its gradient (Ballard's generalized Hough
// transform), and a ring counts where edges of one radius stand around the
// middle, and most of what the page holds of the ring is seen or hidden by
// print. At most kMostSeals, the surest first. `dpi` above 0.
std::vector<GraySeal> FindGraySeals(const PageImage& gray, double dpi);

// Makes paper of what is as pale as the ring, and keeps print as dark as the
// page's. False, and nothing done, where the ring is too dark to be told from
// print.
bool FadeSeal(const GraySeal& seal, PageImage& gray);

}  // namespace donthu
