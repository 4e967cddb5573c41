#include "stages/examine/blank_measures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace donthu {
namespace {

constexpr double kFullDarkness = 0.45;  // of ink that is surely on this side
constexpr double kEdgeMm = 22.0;
constexpr std::size_t kMostFigures = 5;
constexpr double kMostFigureMm = 6.0;
constexpr double kLongLine = 12.0;
constexpr std::size_t kLeastInLine = 3;
constexpr int kLeastHeightsInLine = 2;  // letters may touch each other
// Drawn ink comes to 0.4 and more, what shines through to 0.2; where a pen is
// as pale, its edges are sharp.
constexpr double kLeastDarkness = 0.2;
constexpr double kLeastSharpness = 0.5;

// 0 to 1: what shines through from the back is pale.
double Weight(const InkPart& part) {
  const double share = std::min(1.0, part.darkness / kFullDarkness);
  return share * share * share * share;
}

BoxPx BoxOf(const InkMap& map, const InkLine& line) {
  BoxPx box;
  for (const int i : line) box = Union(box, PartOf(map, i).box);
  return box;
}

// A mark above or below: figures have none.
bool HasMarks(const InkMap& map, const BoxPx& line) {
  const int reach = line.height_px();
  const BoxPx around = {line.left_px, line.top_px - reach, line.right_px,
                        line.bottom_px + reach};
  return std::any_of(map.parts.begin(), map.parts.end(),
                     [&](const InkPart& part) {
                       const bool beside = part.box.bottom_px <= line.top_px ||
                                           part.box.top_px >= line.bottom_px;
                       return beside && part.ink_px > 3 &&
                              !Intersection(part.box, around).empty();
                     });
}

bool IsNumber(const InkMap& map, const InkLine& line) {
  if (line.size() > kMostFigures) return false;
  const BoxPx box = BoxOf(map, line);
  const double from_edge =
      std::min(map.Millimetres(box.bottom_px),
               map.Millimetres(map.height_px - box.top_px));
  if (from_edge > kEdgeMm || map.Millimetres(box.height_px()) > kMostFigureMm) {
    return false;
  }
  const int slack = std::max(1, box.height_px() / 8);
  const bool level = std::all_of(line.begin(), line.end(), [&](int i) {
    return PartOf(map, i).height_px() >= box.height_px() - slack;
  });
  return level && !HasMarks(map, box);
}

// Without the page number, where nothing else is a line.
std::vector<InkLine> Telling(const InkMap& map,
                             const std::vector<InkLine>& lines) {
  std::vector<InkLine> kept = lines;
  const auto number =
      std::find_if(kept.begin(), kept.end(),
                   [&](const InkLine& line) { return IsNumber(map, line); });
  if (number == kept.end()) return kept;
  const auto strong = [&](const InkLine& line) {
    return line.size() >= 2 && Weight(PartOf(map, line.front())) > 0.5;
  };
  const bool alone = std::none_of(
      kept.begin(), kept.end(),
      [&](const InkLine& line) { return &line != &*number && strong(line); });
  if (alone) kept.erase(number);
  return kept;
}

bool IsLong(const InkMap& map, const InkLine& line) {
  if (line.size() >= kLeastInLine) return true;
  const BoxPx box = BoxOf(map, line);
  return line.size() > 1 &&
         box.width_px() >= kLeastHeightsInLine * box.height_px();
}

struct LineSums {
  double weight = 0.0;
  double darkness = 0.0;
  double sharpness = 0.0;
};

LineSums SumsOf(const InkMap& map, const InkLine& line) {
  LineSums sums;
  for (const int i : line) {
    const InkPart& part = PartOf(map, i);
    sums.weight += Weight(part);
    sums.darkness += part.darkness;
    sums.sharpness += part.sharpness;
  }
  return sums;
}

}  // namespace

BlankMeasures MeasureBlank(const InkMap& map,
                           const std::vector<InkLine>& lines) {
  double letters = 0.0;
  double all = 0.0;
  LineSums best;
  double in_best = 1.0;
  for (const InkLine& line : Telling(map, lines)) {
    const LineSums sums = SumsOf(map, line);
    letters += sums.weight;
    all += static_cast<double>(line.size());
    if (sums.weight <= best.weight || !IsLong(map, line)) continue;
    best = sums;
    in_best = static_cast<double>(line.size());
  }
  const double middle = std::log1p(100.0 * map.middle_ink);
  if (best.darkness < kLeastDarkness * in_best &&
      best.sharpness < kLeastSharpness * in_best) {
    return {0.0, 0.0, 0.0, 0.0, 0.0, middle};
  }
  return {std::log1p(letters),     std::min(best.weight, kLongLine) / kLongLine,
          best.darkness / in_best, best.sharpness / in_best,
          std::log1p(all),         middle};
}

}  // namespace donthu
