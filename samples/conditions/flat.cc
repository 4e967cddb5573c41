#include <array>
#include <cmath>
#include <cstddef>

#include "samples/conditions/raster.h"
#include "samples/conditions/scan.h"

namespace donthu::samples {

Scan WarpedScan(const PageImage& sheet, const Homography& map, double dpi_x,
                double dpi_y) {
  Scan scan;
  scan.image = Warped(
      sheet, map,
      static_cast<int>(std::lround(sheet.width_px * dpi_x / sheet.dpi_x)),
      static_cast<int>(std::lround(sheet.height_px * dpi_y / sheet.dpi_y)),
      [](int, int) { return Rgb{}; });
  scan.image.dpi_x = dpi_x;
  scan.image.dpi_y = dpi_y;
  scan.from_sheet = map;
  return scan;
}

Scan ScanFlat(const PageImage& sheet, Colour colour, Rng rng) {
  Scan scan;
  scan.image = colour == Colour::kGray ? ToGray(sheet) : sheet;
  Blur(scan.image, rng.Between(0.4, 0.7));
  AddGrain(scan.image, rng.Next(), 4.0);
  return scan;
}

Scan ScanLowResolution(const PageImage& sheet, Rng rng) {
  PageImage gray = ToGray(sheet);
  Blur(gray, 1.3);  // what a coarse sensor averages
  Scan scan = WarpedScan(gray, Scaling(0.5, 0.5), 150.0, 150.0);
  AddGrain(scan.image, rng.Next(), 5.0);
  scan.jpeg_quality = rng.Whole(22, 32);
  return scan;
}

Scan ScanTurned(const PageImage& sheet, Rng rng) {
  // Mostly upside down or with the top to the left: what lies with its top
  // to the right Tesseract reads by itself.
  constexpr std::array<int, 7> kTurns = {90, 180, 180, 180, 270, 270, 270};
  const int turned_deg = kTurns[static_cast<std::size_t>(rng.Whole(0, 6))];
  Scan scan = ScanFlat(sheet, Colour::kGray, rng.Fork("flat"));
  scan.from_sheet = TurnMap(sheet.width_px, sheet.height_px, turned_deg);
  scan.image = Turned(scan.image, turned_deg);
  scan.rotation_deg = 360 - turned_deg;
  return scan;
}

Scan ScanSkewed(const PageImage& sheet, Rng rng) {
  const double degrees = rng.Between(1.0, 8.0) * (rng.Chance(0.5) ? 1 : -1);
  const Scan flat = ScanFlat(sheet, Colour::kGray, rng.Fork("flat"));
  Scan scan =
      WarpedScan(flat.image, Rotation(degrees, sheet.width_px, sheet.height_px),
                 sheet.dpi_x, sheet.dpi_y);
  scan.skew_deg = degrees;
  return scan;
}

}  // namespace donthu::samples
