#include "stages/prepare/line_centers.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>

#include "stages/prepare/bilevel_copy.h"

namespace donthu {
namespace {

constexpr double kGuessDpi = 75.0;
constexpr double kTraceDpi = 150.0;
constexpr double kMostInches = 25.0;  // a file may claim to be larger
constexpr double kLeastInches = 1.0;
constexpr int kStrips = 8;
constexpr int kReach = 5;      // rows up and down at kGuessDpi
constexpr double kInk = 60.0;  // pixels that half a strip needs to say a thing

// Pixels of the page between those of its copy at `wanted_dpi`.
double StepOf(const PageImage& gray, double dpi, double wanted_dpi) {
  const double most_px = kMostInches * wanted_dpi;
  return std::max({1.0, dpi / wanted_dpi, gray.width_px / most_px,
                   gray.height_px / most_px});
}

using Profile = std::vector<double>;  // ink by row

// Rows `top` to `bottom` of the columns `left` to `right`, smoothed.
Profile ProfileOf(Pix* pix, int left, int right, int top, int bottom) {
  Profile rows(static_cast<std::size_t>(bottom - top) + 2, 0.0);
  for (int y = top; y < bottom; ++y) {
    l_uint32* line =
        pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
    double ink = 0.0;
    for (int x = left; x < right; ++x) ink += GET_DATA_BIT(line, x);
    rows[static_cast<std::size_t>(y - top) + 1] = ink;
  }
  Profile smooth(rows.size(), 0.0);
  for (std::size_t i = 1; i + 1 < rows.size(); ++i) {
    smooth[i] = (rows[i - 1] + 2 * rows[i] + rows[i + 1]) / 4;
  }
  return smooth;
}

double Product(const Profile& a, const Profile& b, int shift) {
  double sum = 0.0;
  const int count = static_cast<int>(a.size());
  for (int i = std::max(0, -shift); i < count - std::max(0, shift); ++i) {
    sum +=
        a[static_cast<std::size_t>(i)] * b[static_cast<std::size_t>(i + shift)];
  }
  return sum;
}

// How many rows `b` lies lower than `a`; 0 where they have too little ink.
double ShiftBetween(const Profile& a, const Profile& b) {
  double ink_a = 0.0;
  double ink_b = 0.0;
  for (const double ink : a) ink_a += ink;
  for (const double ink : b) ink_b += ink;
  if (std::min(ink_a, ink_b) < kInk) return 0.0;
  int best = 0;
  double most = Product(a, b, 0);
  for (int shift = -kReach; shift <= kReach; ++shift) {
    const double product = Product(a, b, shift);
    if (product <= most) continue;
    most = product;
    best = shift;
  }
  const double before = Product(a, b, best - 1);
  const double after = Product(a, b, best + 1);
  const double bow = before - 2 * most + after;
  return bow < 0.0 ? best + (before - after) / (2 * bow) : best;
}

// Of the way of the rows over all strips, highest to lowest.
double Wandering(Pix* pix, int top, int bottom) {
  const int width = pixGetWidth(pix);
  double at = 0.0;
  double highest = 0.0;
  double lowest = 0.0;
  Profile last;
  for (int i = 0; i < kStrips; ++i) {
    Profile next = ProfileOf(pix, i * width / kStrips,
                             (i + 1) * width / kStrips, top, bottom);
    if (i > 0) at += ShiftBetween(last, next);
    highest = std::max(highest, at);
    lowest = std::min(lowest, at);
    last = std::move(next);
  }
  return highest - lowest;
}

struct PtaaDeleter {
  void operator()(Ptaa* lines) const { ptaaDestroy(&lines); }
};
using PtaaPtr = std::unique_ptr<Ptaa, PtaaDeleter>;

LineCenters PointsOf(Ptaa* lines, int index, double step) {
  LineCenters points;
  Pta* pta = ptaaGetPta(lines, index, L_CLONE);
  for (int i = 0; i < ptaGetCount(pta); ++i) {
    float x = 0.0F;
    float y = 0.0F;
    ptaGetPt(pta, i, &x, &y);
    points.push_back({(x + 0.5) * step, (y + 0.5) * step});
  }
  ptaDestroy(&pta);
  return points;
}

}  // namespace

double WanderingInches(const PageImage& gray, double dpi) {
  const double step = StepOf(gray, dpi, kGuessDpi);
  const PixPtr pix = BilevelCopy(gray, step, step);
  if (!pix) return 0.0;
  const int height = pixGetHeight(pix.get());
  const double rows = std::max(Wandering(pix.get(), 0, height / 2),
                               Wandering(pix.get(), height / 2, height));
  return rows * step / dpi;
}

std::vector<LineCenters> TraceLines(const PageImage& gray, double dpi) {
  const double step = StepOf(gray, dpi, kTraceDpi);
  const PixPtr pix = BilevelCopy(gray, step, step);
  if (!pix) return {};
  // 0: writes no pictures of what it does.
  const PtaaPtr traced(dewarpGetTextlineCenters(pix.get(), 0));
  if (!traced) return {};
  std::vector<LineCenters> lines;
  for (int i = 0; i < ptaaGetCount(traced.get()); ++i) {
    LineCenters line = PointsOf(traced.get(), i, step);
    if (static_cast<double>(line.size()) * step < kLeastInches * dpi) continue;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace donthu
