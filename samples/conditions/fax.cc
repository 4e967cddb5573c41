#include <algorithm>
#include <cstddef>

#include "samples/conditions/raster.h"
#include "samples/conditions/scan.h"

namespace donthu::samples {
namespace {

constexpr double kFineDpi = 200.0;

void PutDot(PageImage& image, int x, int y, int size, std::uint8_t sample) {
  for (int v = std::max(y, 0); v < std::min(y + size, image.height_px); ++v) {
    for (int u = std::max(x, 0); u < std::min(x + size, image.width_px); ++u) {
      image.pixels[static_cast<std::size_t>(v) *
                       static_cast<std::size_t>(image.width_px) +
                   static_cast<std::size_t>(u)] = sample;
    }
  }
}

// Dust on the glass, black and white.
void AddSpecks(PageImage& image, Rng rng) {
  const int specks = rng.Whole(250, 500);
  for (int i = 0; i < specks; ++i) {
    PutDot(image, rng.Whole(0, image.width_px - 1),
           rng.Whole(0, image.height_px - 1), rng.Whole(1, 2),
           rng.Chance(0.7) ? 0 : 255);
  }
}

// Lines that the telephone line lost: a stretch of a row turns white.
void DropRows(PageImage& image, Rng rng) {
  const int drops = rng.Whole(10, 22);
  for (int i = 0; i < drops; ++i) {
    const int y = rng.Whole(0, image.height_px - 1);
    const int from = rng.Whole(0, image.width_px - 1);
    const int to = std::min(from + rng.Whole(150, 900), image.width_px);
    for (int x = from; x < to; ++x) PutDot(image, x, y, 1, 255);
  }
}

// One bit: the threshold drifts over the page and quivers at each pixel, so
// strokes break where ink is thin and fill where it is thick.
void Cut(PageImage& image, Rng rng) {
  const std::uint64_t drift = rng.Next();
  const std::uint64_t quiver = rng.Next();
  std::uint8_t* sample = image.pixels.data();
  for (int y = 0; y < image.height_px; ++y) {
    for (int x = 0; x < image.width_px; ++x, ++sample) {
      const double level = 96.0 + 50.0 * CloudAt(drift, x, y, 160.0) +
                           70.0 * (UnitAt(quiver, x, y) - 0.5);
      *sample = *sample < level ? 0 : 255;
    }
  }
  image.bilevel = true;
}

Scan ScanAt(const PageImage& sheet, double dpi_x, double dpi_y, Rng rng) {
  PageImage gray = ToGray(sheet);
  Blur(gray, 0.75);
  const double skew = rng.Between(-0.5, 0.5);
  const Homography map =
      Compose(Scaling(dpi_x / sheet.dpi_x, dpi_y / sheet.dpi_y),
              Rotation(skew, sheet.width_px, sheet.height_px));
  Scan scan = WarpedScan(gray, map, dpi_x, dpi_y);
  scan.skew_deg = skew;
  Cut(scan.image, rng.Fork("cut"));
  AddSpecks(scan.image, rng.Fork("specks"));
  DropRows(scan.image, rng.Fork("drops"));
  return scan;
}

}  // namespace

Scan ScanFax(const PageImage& sheet, Rng rng) {
  return ScanAt(sheet, kFineDpi, kFineDpi, rng);
}

Scan ScanCoarseFax(const PageImage& sheet, Rng rng) {
  return ScanAt(sheet, 204.0, 98.0, rng);
}

}  // namespace donthu::samples
