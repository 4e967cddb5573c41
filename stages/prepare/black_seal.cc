#include "stages/prepare/black_seal.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

#include "models/paper.h"
#include "stages/prepare/raster.h"
#include "stages/prepare/ring_search.h"
#include "stages/prepare/seal_print.h"

namespace donthu {
namespace {

constexpr std::size_t kTries = 10;
constexpr int kCoverDirections = 180;
constexpr std::uint8_t kInkBelow = 128;
// Half of the band in which a ring's ink is looked for.
constexpr double kBandMm = 0.4;
constexpr double kOutsideMm = 1.4;
constexpr double kMinCover = 0.5;
constexpr double kMinRingContrast = 0.35;
constexpr double kMinOnPage = 0.4;
// The search misses the middle by up to this.
constexpr double kRefineMm = 1.0;
constexpr double kStepMm = 0.2;
// How far off the radius that was found the ring may be.
constexpr double kRadiusOffMm = 1.0;
// A ring within the outer one: ink in half of the directions.
constexpr double kMinOuterRing = 0.5;
constexpr double kInnermost = 0.45;  // of the radius
constexpr double kRimMm = 0.3;       // a ring's blurred edge

bool InkAt(const PageImage& gray, double x, double y) {
  const int px = static_cast<int>(x);
  const int py = static_cast<int>(y);
  return x >= 0 && y >= 0 && px < gray.width_px && py < gray.height_px &&
         gray.pixels[PixelIndex(gray, px, py)] < kInkBelow;
}

bool OnPage(const PageImage& gray, double x, double y) {
  return x >= 0 && y >= 0 && x < gray.width_px && y < gray.height_px;
}

struct Cover {
  double share = 0.0;    // of the directions on the page: with ink
  double on_page = 0.0;  // of all directions
};

// In how many directions ink lies from `from` to `to` pixels off the middle.
Cover CoverOf(const PageImage& gray, const GraySeal& seal, double from,
              double to) {
  int on_page = 0;
  int inked = 0;
  for (int i = 0; i < kCoverDirections; ++i) {
    const double c = std::cos(2 * std::numbers::pi * i / kCoverDirections);
    const double s = std::sin(2 * std::numbers::pi * i / kCoverDirections);
    if (!OnPage(gray, seal.x_px + c * to, seal.y_px + s * to)) continue;
    ++on_page;
    for (double r = from; r <= to; r += 1.0) {
      if (!InkAt(gray, seal.x_px + c * r, seal.y_px + s * r)) continue;
      ++inked;
      break;
    }
  }
  return {on_page > 0 ? static_cast<double>(inked) / on_page : 0.0,
          static_cast<double>(on_page) / kCoverDirections};
}

Cover RingCover(const PageImage& gray, const GraySeal& seal, double per_mm) {
  return CoverOf(gray, seal, seal.radius_px - kBandMm * per_mm,
                 seal.radius_px + kBandMm * per_mm);
}

// To the middle and radius of the most covered ring near those found.
void Refine(const PageImage& gray, double per_mm, GraySeal& seal) {
  const GraySeal start = seal;
  for (double dy = -kRefineMm; dy <= kRefineMm; dy += kStepMm) {
    for (double dx = -kRefineMm; dx <= kRefineMm; dx += kStepMm) {
      for (double dr = -kRadiusOffMm; dr <= kRadiusOffMm; dr += kStepMm) {
        GraySeal at = start;
        at.x_px += dx * per_mm;
        at.y_px += dy * per_mm;
        at.radius_px += dr * per_mm;
        at.certainty = RingCover(gray, at, per_mm).share;
        if (at.certainty > seal.certainty) seal = at;
      }
    }
  }
}

bool IsRing(const PageImage& gray, double per_mm, const GraySeal& seal) {
  const Cover ring = RingCover(gray, seal, per_mm);
  if (ring.share < kMinCover || ring.on_page < kMinOnPage) return false;
  const double out = seal.radius_px + kOutsideMm * per_mm;
  const Cover outside =
      CoverOf(gray, seal, out - kBandMm * per_mm, out + kBandMm * per_mm);
  return ring.share - outside.share >= kMinRingContrast;
}

// From the middle, in pixels.
struct Band {
  double from = 0.0;
  double to = 0.0;
};

std::vector<Band> RingsOf(const PageImage& gray, const GraySeal& seal,
                          double per_mm) {
  const double rim = kRimMm * per_mm;
  std::vector<Band> bands;
  const double last = seal.radius_px + kBandMm * per_mm;
  for (double r = kInnermost * seal.radius_px; r <= last; r += 1.0) {
    const bool outer = std::abs(r - seal.radius_px) <= kBandMm * per_mm;
    if (!outer && CoverOf(gray, seal, r, r + 0.5).share < kMinOuterRing)
      continue;
    if (!bands.empty() && r - rim <= bands.back().to) {
      bands.back().to = r + rim;
    } else {
      bands.push_back({r - rim, r + rim});
    }
  }
  return bands;
}

// Where print crosses a ring, ink goes on at both of its sides.
bool Crosses(const PageImage& before, const GraySeal& seal, const Band& band,
             double c, double s) {
  const auto near = [&](double r) {
    for (double d = 0.0; d <= 2.0; d += 1.0) {
      const double at = r < (band.from + band.to) / 2 ? r - d : r + d;
      if (InkAt(before, seal.x_px + c * at, seal.y_px + s * at)) return true;
    }
    return false;
  };
  return near(band.from - 1.0) && near(band.to + 1.0);
}

void TakeOffRings(const GraySeal& seal, double per_mm, const PageImage& before,
                  PageImage& gray) {
  const std::vector<Band> bands = RingsOf(before, seal, per_mm);
  const double reach = seal.radius_px + (kBandMm + kRimMm) * per_mm + 1.0;
  const int top = std::max(0, static_cast<int>(seal.y_px - reach));
  const int left = std::max(0, static_cast<int>(seal.x_px - reach));
  const int bottom =
      std::min(gray.height_px, static_cast<int>(seal.y_px + reach) + 1);
  const int right =
      std::min(gray.width_px, static_cast<int>(seal.x_px + reach) + 1);
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      std::uint8_t& pixel = gray.pixels[PixelIndex(gray, x, y)];
      const double dx = x + 0.5 - seal.x_px;
      const double dy = y + 0.5 - seal.y_px;
      const double r = std::hypot(dx, dy);
      for (const Band& band : bands) {
        if (r < band.from || r > band.to || pixel == 255) continue;
        if (!Crosses(before, seal, band, dx / r, dy / r)) pixel = 255;
      }
    }
  }
}

}  // namespace

std::vector<GraySeal> FindBlackSeals(const PageImage& gray, double dpi) {
  const double per_mm = dpi / kMmPerInch;
  std::vector<GraySeal> seals;
  for (GraySeal seal : SearchRings(gray, dpi, kSealRadiusMm, kTries)) {
    seal.certainty = 0.0;
    Refine(gray, per_mm, seal);
    if (IsRing(gray, per_mm, seal)) seals.push_back(seal);
    if (seals.size() == kMostSeals) break;
  }
  return seals;
}

void LiftSeal(const GraySeal& seal, double dpi, PageImage& gray) {
  const PageImage before = gray;
  TakeOffRings(seal, dpi / kMmPerInch, before, gray);
  KeepPrintWithin(seal, dpi, before, gray);
}

}  // namespace donthu
