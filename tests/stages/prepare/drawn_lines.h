// A page of black bars like lines of text, skewed as asked.
#pragma once

#include <cmath>
#include <cstddef>

#include "models/page_image.h"

namespace donthu {

// `is_ink` tells of a place beside the middle of the level page: u across, v
// down, in pixels. Turned clockwise about the middle; margins stay white.
template <typename IsInk>
PageImage DrawnInk(int width_px, int height_px, double skew_deg, IsInk is_ink) {
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
      page.pixels.push_back(within && is_ink(u, v) ? 0 : 255);
    }
  }
  return page;
}

// Words of 60 by 12 pixels, which stand below one another.
inline PageImage DrawnLines(int width_px, int height_px, double skew_deg) {
  return DrawnInk(width_px, height_px, skew_deg, [&](double u, double v) {
    return std::fmod(v + height_px, 40.0) < 12 &&
           std::fmod(u + width_px, 75.0) < 60;
  });
}

// Words of 35 to 64 by 12 pixels, in each line at other places: nothing but
// the lines runs straight.
inline PageImage DrawnText(int width_px, int height_px, double skew_deg) {
  return DrawnInk(width_px, height_px, skew_deg, [&](double u, double v) {
    const int row = static_cast<int>((v + height_px) / 40.0);
    const double along = u + width_px + row * row * 31 % 75;
    const int word = static_cast<int>(along / 75.0);
    return std::fmod(v + height_px, 40.0) < 12 &&
           std::fmod(along, 75.0) < 35 + (row * 13 + word * 29) % 30;
  });
}

}  // namespace donthu
