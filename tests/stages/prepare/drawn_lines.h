// A page of black bars like lines of text, skewed as asked.
#pragma once

#include <cmath>
#include <cstddef>

#include "models/page_image.h"

namespace donthu {

// Words of 60 by 12 pixels, turned clockwise about the middle of the page.
inline PageImage DrawnLines(int width_px, int height_px, double skew_deg) {
  PageImage page;
  page.width_px = width_px;
  page.height_px = height_px;
  page.dpi_x = page.dpi_y = 200;
  const double angle = skew_deg * 3.14159265358979323846 / 180.0;
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) {
      const double dx = x + 0.5 - width_px / 2.0;
      const double dy = y + 0.5 - height_px / 2.0;
      const double u = std::cos(angle) * dx + std::sin(angle) * dy;
      const double v = std::cos(angle) * dy - std::sin(angle) * dx;
      const bool within =
          std::abs(u) < width_px * 0.35 && std::abs(v) < height_px * 0.35;
      const bool bar = std::fmod(v + height_px, 40.0) < 12 &&
                       std::fmod(u + width_px, 75.0) < 60;
      page.pixels.push_back(within && bar ? 0 : 255);
    }
  }
  return page;
}

}  // namespace donthu
