#include <array>
#include <cmath>

#include "samples/conditions/raster.h"
#include "samples/conditions/scan.h"

namespace donthu::samples {
namespace {

// A wooden desk: long grain, some darker boards.
Rgb Desk(std::uint64_t seed, int x, int y) {
  const double grain = CloudAt(seed, x * 0.06, y * 1.0, 9.0);
  const double board = CloudAt(seed + 1, x * 0.3, y * 1.0, 400.0);
  const double light = 0.55 + 0.25 * grain + 0.3 * board;
  return {Clamped(150 * light), Clamped(108 * light), Clamped(72 * light)};
}

Homography HandHeld(const PageImage& sheet, int width, int height, Rng rng) {
  const double left = width * rng.Between(0.03, 0.06);
  const double top = height * rng.Between(0.03, 0.05);
  const double right = width - left;
  const double bottom = height - top;
  const auto jitter = [&](double x, double y) {
    return PointPx{x + width * rng.Between(-0.022, 0.022),
                   y + height * rng.Between(-0.014, 0.014)};
  };
  const std::array<PointPx, 4> corners = {jitter(left, top), jitter(right, top),
                                          jitter(right, bottom),
                                          jitter(left, bottom)};
  return CornersTo(sheet.width_px, sheet.height_px, corners);
}

// The photographer's own shadow, and a lamp that is warmer than the day.
void Light(PageImage& image, Rng rng) {
  const double angle = rng.Between(0.0, 6.28);
  const double dx = std::cos(angle) / image.width_px;
  const double dy = std::sin(angle) / image.height_px;
  const double depth = rng.Between(0.25, 0.42);
  const double edge = rng.Between(-0.15, 0.15);
  const std::uint64_t cloud = rng.Next();
  const std::array<double, 3> tint = {1.0, rng.Between(0.95, 0.99),
                                      rng.Between(0.84, 0.93)};
  std::uint8_t* sample = image.pixels.data();
  for (int y = 0; y < image.height_px; ++y) {
    for (int x = 0; x < image.width_px; ++x) {
      const double along =
          (x - image.width_px / 2) * dx + (y - image.height_px / 2) * dy - edge;
      const double shadow = 1.0 / (1.0 + std::exp(-along * 12.0));
      const double light =
          0.95 - depth * shadow + 0.05 * CloudAt(cloud, x, y, 500.0);
      for (const double part : tint) {
        *sample = Clamped(*sample * light * part);
        ++sample;
      }
    }
  }
}

}  // namespace

Scan ScanPhoto(const PageImage& sheet, Rng rng) {
  constexpr int kWidth = 2268;  // a phone's 3:4 frame
  constexpr int kHeight = 3024;
  PageImage blurred = sheet;
  Blur(blurred, rng.Between(0.7, 1.1));
  Scan scan;
  scan.from_sheet = HandHeld(sheet, kWidth, kHeight, rng.Fork("hand"));
  const std::uint64_t desk = rng.Next();
  scan.image = Warped(blurred, scan.from_sheet, kWidth, kHeight,
                      [desk](int x, int y) { return Desk(desk, x, y); });
  Light(scan.image, rng.Fork("light"));
  AddGrain(scan.image, rng.Next(), 7.0);
  scan.image.dpi_x = 0.0;  // a phone knows none
  scan.image.dpi_y = 0.0;
  scan.jpeg_quality = rng.Whole(70, 82);
  return scan;
}

}  // namespace donthu::samples
