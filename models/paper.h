// Sizes of paper.
#pragma once

#include <algorithm>

#include "models/page_image.h"

namespace donthu {

inline constexpr double kMmPerInch = 25.4;
// ISO 216. What lacks a resolution is taken for a sheet of it.
inline constexpr double kA4HeightInches = 11.69;

// The finer of the resolutions that a page tells, else what makes its longer
// side that of an A4 sheet.
inline double EffectiveDpi(const PageImage& page) {
  const double dpi = std::max(page.dpi_x, page.dpi_y);
  if (dpi > 0.0) return dpi;
  return std::max(page.width_px, page.height_px) / kA4HeightInches;
}

}  // namespace donthu
