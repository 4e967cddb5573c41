#include "stages/examine/ink.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "models/paper.h"
#include "stages/examine/darkness.h"
#include "stages/examine/raster_boxes.h"
#include "stages/examine/rules.h"

namespace donthu {
namespace {

constexpr double kMostShareOfPage = 0.4;
constexpr int kNearEdgePx = 4;         // as far as an edge is looked at
constexpr double kRuleAcrossMm = 8.0;  // longer than a letter's stroke
constexpr double kRuleDownMm = 17.0;

// The darkness of a page with what is ink of it.
struct Plane {
  const DarknessMap& map;
  const std::vector<std::uint8_t>& ink;

  std::size_t Index(int x, int y) const {
    return static_cast<std::size_t>(y) *
               static_cast<std::size_t>(map.width_px) +
           static_cast<std::size_t>(x);
  }
  int At(int x, int y) const { return map.samples[Index(x, y)]; }
  bool Ink(int x, int y) const { return ink[Index(x, y)] != 0; }
};

int Pixels(const DarknessMap& map, double millimetres) {
  return std::max(8, static_cast<int>(millimetres * map.dpi / kMmPerInch));
}

// How much of its step a left edge makes within one pixel.
double StepAt(const Plane& plane, int x, int y) {
  const int inside = std::max(plane.At(x + 1, y), plane.At(x + 2, y));
  const int whole = std::max(inside, plane.At(x, y)) - plane.At(x - 3, y);
  if (whole <= 0) return 0.0;
  const int first = plane.At(x, y) - plane.At(x - 1, y);
  const int second = plane.At(x + 1, y) - plane.At(x, y);
  return std::clamp(static_cast<double>(std::max(first, second)) / whole, 0.0,
                    1.0);
}

void MeasureEdges(const Plane& plane, InkPart& part) {
  const BoxPx& box = part.box;
  double steps = 0.0;
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) {
      if (!plane.Ink(x, y) || plane.Ink(x - 1, y)) continue;
      ++part.left_edges_px;
      steps += StepAt(plane, x, y);
    }
  }
  if (part.left_edges_px > 0) part.sharpness = steps / part.left_edges_px;
}

void MeasureInk(const Plane& plane, InkPart& part) {
  const BoxPx& box = part.box;
  double dark = 0.0;
  double all = 0.0;
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    const int row = (y - box.top_px) * 3 / part.height_px();
    for (int x = box.left_px; x < box.right_px; ++x) {
      const int sample = plane.At(x, y);
      const int column = (x - box.left_px) * 3 / part.width_px();
      part.zones[static_cast<std::size_t>(row * 3 + column)] +=
          static_cast<float>(sample);
      all += sample;
      if (!plane.Ink(x, y)) continue;
      ++part.ink_px;
      dark += sample;
    }
  }
  if (part.ink_px > 0) part.darkness = dark / part.ink_px / 255.0;
  for (float& zone : part.zones) {
    zone = all > 0 ? static_cast<float>(zone / all) : 0.0F;
  }
}

double MiddleInk(const DarknessMap& map) {
  constexpr int kDark = 85;
  const int left = map.width_px / 10;
  const int right = map.width_px - left;
  std::ptrdiff_t dark = 0;
  std::ptrdiff_t all = 1;
  for (int y = map.height_px / 10; y < map.height_px - map.height_px / 10;
       ++y) {
    const std::uint8_t* row =
        &map.samples[static_cast<std::size_t>(y) *
                     static_cast<std::size_t>(map.width_px)];
    dark += std::count_if(row + left, row + right,
                          [](std::uint8_t sample) { return sample >= kDark; });
    all += right - left;
  }
  return static_cast<double>(dark) / static_cast<double>(all);
}

InkPart Measured(const Plane& plane, const BoxPx& box) {
  InkPart part;
  part.box = box;
  part.at_page_edge = box.left_px < kNearEdgePx || box.top_px < kNearEdgePx ||
                      box.right_px > plane.map.width_px - kNearEdgePx ||
                      box.bottom_px > plane.map.height_px - kNearEdgePx;
  const bool large = box.width_px() > plane.map.width_px * kMostShareOfPage ||
                     box.height_px() > plane.map.height_px * kMostShareOfPage;
  const bool speck = box.width_px() < 3 && box.height_px() < 3;
  if (large || speck || part.at_page_edge) return part;
  MeasureInk(plane, part);
  MeasureEdges(plane, part);
  return part;
}

}  // namespace

InkMap InkOf(const PageImage& gray) {
  const DarknessMap map = DarknessOf(gray);
  const int threshold = InkThreshold(map);
  std::vector<std::uint8_t> ink(map.samples.size());
  std::transform(map.samples.begin(), map.samples.end(), ink.begin(),
                 [&](std::uint8_t sample) {
                   return static_cast<std::uint8_t>(sample >= threshold);
                 });
  EraseRules(ink, map.width_px, Pixels(map, kRuleAcrossMm),
             Pixels(map, kRuleDownMm));
  InkMap found{map.width_px, map.height_px, map.dpi, MiddleInk(map), {}};
  const auto boxes = ConnectedBoxes(ink, map.width_px, map.height_px);
  found.parts.reserve(boxes.size());
  const Plane plane{map, ink};
  for (const BoxPx& box : boxes) found.parts.push_back(Measured(plane, box));
  return found;
}

}  // namespace donthu
