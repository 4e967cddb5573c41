#include "samples/conditions/old_paper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "samples/conditions/raster.h"

namespace donthu::samples {
namespace {

struct Stain {
  double x = 0.0;
  double y = 0.0;
  double radius = 0.0;
};

std::vector<Stain> StainsOn(const PageImage& sheet, Rng& rng) {
  std::vector<Stain> stains(static_cast<std::size_t>(rng.Whole(2, 4)));
  for (Stain& stain : stains) {
    stain = {rng.Between(0, sheet.width_px), rng.Between(0, sheet.height_px),
             rng.Between(120.0, 420.0)};
  }
  return stains;
}

// 1 untouched; water leaves a dark rim and a pale inside.
double StainAt(const std::vector<Stain>& stains, std::uint64_t seed, int x,
               int y) {
  double light = 1.0;
  for (const Stain& stain : stains) {
    const double far = std::hypot(x - stain.x, y - stain.y);
    if (far > stain.radius * 1.4) continue;
    const double edge =
        far / (stain.radius * (0.8 + 0.5 * CloudAt(seed, x, y, 130.0)));
    if (edge < 1.0) light -= 0.04;
    light -= 0.12 * std::exp(-(edge - 1.0) * (edge - 1.0) * 900.0);
  }
  return std::max(light, 0.6);
}

// Folded in four: a dark line beside a worn, pale one.
double FoldAt(const std::array<double, 3>& folds, int x, int y) {
  double light = 1.0;
  const std::array<double, 3> far = {y - folds[0], y - folds[1], x - folds[2]};
  for (const double d : far) {
    if (std::abs(d) > 40.0) continue;
    light += 0.10 * std::exp(-d * d / 8.0);
    light -= 0.14 * std::exp(-(d - 6.0) * (d - 6.0) / 18.0);
  }
  return light;
}

}  // namespace

void Age(PageImage& sheet, const PageImage& back, Rng rng) {
  PageImage shine = ToGray(back);
  Blur(shine, 2.2);
  const double through = rng.Between(0.15, 0.24);
  const double fade = rng.Between(0.44, 0.56);
  const auto stains = StainsOn(sheet, rng);
  const std::array<double, 3> folds = {
      sheet.height_px * rng.Between(0.30, 0.36),
      sheet.height_px * rng.Between(0.63, 0.70),
      sheet.width_px * rng.Between(0.47, 0.53)};
  const std::uint64_t cloud = rng.Next();
  const std::array<double, 3> paper = {
      rng.Between(222, 236), rng.Between(202, 216), rng.Between(158, 180)};
  const auto width = static_cast<std::size_t>(sheet.width_px);
  std::uint8_t* sample = sheet.pixels.data();
  for (int y = 0; y < sheet.height_px; ++y) {
    const std::uint8_t* behind =
        &shine.pixels[static_cast<std::size_t>(y) * width];
    for (int x = 0; x < sheet.width_px; ++x) {
      const double mirrored =
          behind[width - 1 - static_cast<std::size_t>(x)] / 255.0;
      const double worn = fade + 0.25 * CloudAt(cloud + 1, x, y, 90.0);
      const double light = (0.90 + 0.07 * CloudAt(cloud, x, y, 700.0) +
                            0.05 * CloudAt(cloud + 3, x, y, 230.0)) *
                           StainAt(stains, cloud + 2, x, y) *
                           FoldAt(folds, x, y) *
                           (1.0 - through * (1.0 - mirrored));
      for (const double tone : paper) {
        const double ink = 1.0 - worn * (1.0 - *sample / 255.0);
        *sample = Clamped(tone * light * ink);
        ++sample;
      }
    }
  }
}

}  // namespace donthu::samples
