#include "stages/prepare/skew.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "stages/prepare/otsu.h"

namespace donthu {
namespace {

// Lines show at this resolution, and a quarter of it is enough to sweep.
constexpr double kReducedWidthPx = 1240.0;  // 150 dpi of A4
// Nearly every page; what lies askew farther is swept for a second time.
constexpr float kSweepDeg = 7.0F;
constexpr float kWideSweepDeg = 16.0F;
constexpr float kStepDeg = 1.0F;
constexpr float kPrecisionDeg = 0.01F;
constexpr double kEdgeDeg = 2.0;  // a peak here may be the flank of a farther
constexpr double kBelievable = 5.0;
// Black edges of the scanner's lid would outweigh the text.
constexpr double kMarginShare = 0.04;

struct PixDeleter {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<PIX, PixDeleter>;

// The gray image as the reduced one sees it: nearest pixels on a grid.
struct Grid {
  const PageImage& gray;
  double step_x = 1.0;
  double step_y = 1.0;

  int width() const { return static_cast<int>(gray.width_px / step_x); }
  int height() const { return static_cast<int>(gray.height_px / step_y); }
  std::uint8_t At(int x, int y) const {
    const auto from_x = static_cast<std::size_t>((x + 0.5) * step_x);
    const auto from_y = static_cast<std::size_t>((y + 0.5) * step_y);
    return gray
        .pixels[from_y * static_cast<std::size_t>(gray.width_px) + from_x];
  }
};

int ThresholdOf(const Grid& grid) {
  std::array<double, 256> counts{};
  for (int y = 0; y < grid.height(); y += 4) {
    for (int x = 0; x < grid.width(); x += 4) counts[grid.At(x, y)] += 1.0;
  }
  return PartLevels(counts).threshold;
}

PixPtr Binary(const Grid& grid, int threshold) {
  PixPtr pix(pixCreate(grid.width(), grid.height(), 1));
  if (!pix) return pix;
  const int margin_x = static_cast<int>(grid.width() * kMarginShare);
  const int margin_y = static_cast<int>(grid.height() * kMarginShare);
  for (int y = margin_y; y < grid.height() - margin_y; ++y) {
    l_uint32* line = pixGetData(pix.get()) +
                     static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    for (int x = margin_x; x < grid.width() - margin_x; ++x) {
      if (grid.At(x, y) >= threshold) continue;
      line[x >> 5] |= 0x80000000U >> (static_cast<unsigned>(x) & 31U);
    }
  }
  return pix;
}

Skew Sweep(PIX* binary, float range_deg) {
  float angle = 0.0F;
  float confidence = 0.0F;
  if (pixFindSkewSweepAndSearch(binary, &angle, &confidence, 2, 1, range_deg,
                                kStepDeg, kPrecisionDeg) != 0) {
    return {};
  }
  // Leptonica says how far to turn clockwise; the skew is the opposite.
  return {-static_cast<double>(angle), static_cast<double>(confidence)};
}

bool Settled(const Skew& skew) {
  return skew.confidence >= kBelievable &&
         std::abs(skew.angle_deg) < kSweepDeg - kEdgeDeg;
}

}  // namespace

Skew FindSkew(const PageImage& gray, double down_per_across) {
  const double step = std::max(1.0, gray.width_px / kReducedWidthPx);
  const Grid grid{gray, step, std::max(step / down_per_across, 0.25)};
  if (grid.width() < 64 || grid.height() < 64) return {};
  const PixPtr binary = Binary(grid, ThresholdOf(grid));
  if (!binary) return {};
  // Its warnings would go to standard error.
  setMsgSeverity(L_SEVERITY_NONE);
  const Skew near = Sweep(binary.get(), kSweepDeg);
  if (Settled(near)) return near;
  const Skew far = Sweep(binary.get(), kWideSweepDeg);
  return far.confidence > near.confidence ? far : near;
}

}  // namespace donthu
