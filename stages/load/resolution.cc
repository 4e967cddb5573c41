#include "stages/load/resolution.h"

#include <algorithm>

#include "models/paper.h"

namespace donthu {
namespace {

constexpr double kLowestSaneDpi = 50.0;
constexpr double kHighestSaneDpi = 2400.0;
constexpr double kA4ShortInch = 210.0 / kMmPerInch;
constexpr double kA4LongInch = 297.0 / kMmPerInch;
// Cameras and programs write 72 or 96 where they know nothing; nobody scans
// letters that are longer than this at so little.
constexpr double kLongestInch = 20.0;
constexpr double kHighestDefaultDpi = 100.0;

bool IsSane(double dpi) {
  return dpi >= kLowestSaneDpi && dpi <= kHighestSaneDpi;
}

bool IsDefault(double dpi, int pixels) {
  return dpi <= kHighestDefaultDpi && pixels / dpi > kLongestInch;
}

Resolution AsA4(int width_px, int height_px) {
  const double dpi = std::max(std::max(width_px, height_px) / kA4LongInch,
                              std::min(width_px, height_px) / kA4ShortInch);
  return IsSane(dpi) ? Resolution{dpi, dpi} : Resolution{};
}

}  // namespace

Resolution Believable(Resolution given, int width_px, int height_px) {
  if (!IsSane(given.x_dpi)) given.x_dpi = given.y_dpi;
  if (!IsSane(given.y_dpi)) given.y_dpi = given.x_dpi;
  if (!IsSane(given.x_dpi) || !IsSane(given.y_dpi) ||
      IsDefault(given.x_dpi, width_px) || IsDefault(given.y_dpi, height_px)) {
    return AsA4(width_px, height_px);
  }
  return given;
}

void SetResolution(Resolution given, PageImage* image) {
  const Resolution believed =
      Believable(given, image->width_px, image->height_px);
  image->dpi_x = believed.x_dpi;
  image->dpi_y = believed.y_dpi;
}

}  // namespace donthu
