#include "stages/prepare/ink_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numbers>

#include "models/paper.h"
#include "stages/prepare/raster.h"

namespace donthu {
namespace {

// Of the 64 pixels of a cell.
constexpr int kMinColoured = 5;
// Darker than this against the paper is ink.
constexpr double kInkLuma = 0.6;
// Cells this far apart still belong together.
constexpr double kGapMm = 1.2;
constexpr double kMinSideMm = 3.0;

// Round seals of Vietnamese offices are 32 to 42 mm across, those of old
// and foreign ones 20 to 50; the ĐẾN stamp is 35 x 50 mm (Nghị định
// 30/2020/NĐ-CP, phụ lục III); both come larger and smaller.
constexpr double kSealMm[2] = {18.0, 55.0};
constexpr double kStampMinMm[2] = {22.0, 10.0};
constexpr double kStampMaxMm[2] = {100.0, 70.0};
constexpr double kAreaMm = 110.0;
constexpr double kLineHeightMm = 6.0;
constexpr double kRoundAspect = 1.35;
constexpr int kRoundSectors = 36;
constexpr double kRoundShare = 0.6;
constexpr double kFrameShare = 0.55;
constexpr double kMaxTiltDeg = 10.0;

struct HueGrid {
  int width = 0;
  int height = 0;
  double cell_mm = 1.0;
  std::vector<std::array<std::uint8_t, kHues>> counts;

  std::size_t At(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }
};

struct Counted {
  HueGrid grid;
  std::int64_t coloured = 0;
  std::int64_t ink = 0;
};

Counted Count(const PageImage& rgb, const PaperColour& paper, double dpi) {
  Counted counted;
  HueGrid& grid = counted.grid;
  grid.width = (rgb.width_px + kCellPx - 1) / kCellPx;
  grid.height = (rgb.height_px + kCellPx - 1) / kCellPx;
  grid.cell_mm = kCellPx / dpi * kMmPerInch;
  grid.counts.resize(static_cast<std::size_t>(grid.width) *
                     static_cast<std::size_t>(grid.height));
  const int dark = static_cast<int>(kInkLuma * paper.paper_luma());
  const std::uint8_t* pixel = rgb.pixels.data();
  for (int y = 0; y < rgb.height_px; ++y) {
    for (int x = 0; x < rgb.width_px; ++x, pixel += 3) {
      const Hue hue = paper.HueAt(pixel);
      if (hue != Hue::kNone) {
        ++grid.counts[grid.At(x / kCellPx, y / kCellPx)]
                     [static_cast<std::size_t>(hue)];
        ++counted.coloured;
        ++counted.ink;
      } else if (LumaOf(pixel) < dark) {
        ++counted.ink;
      }
    }
  }
  return counted;
}

// Collects the cells of one hue that lie near each other.
class Patches {
 public:
  Patches(const HueGrid& grid, Hue hue)
      : grid_(grid),
        reach_(std::max(1, static_cast<int>(kGapMm / grid.cell_mm))),
        free_(grid.counts.size()) {
    for (std::size_t i = 0; i < free_.size(); ++i) {
      free_[i] = grid.counts[i][static_cast<std::size_t>(hue)] >= kMinColoured;
    }
  }

  // From the cell on, or nothing where it is taken or bare.
  std::vector<Cell> Take(int x, int y) {
    std::vector<Cell> cells;
    Reach(x, y, cells);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Cell at = cells[i];
      for (int dy = -reach_; dy <= reach_; ++dy) {
        for (int dx = -reach_; dx <= reach_; ++dx) {
          Reach(at.x + dx, at.y + dy, cells);
        }
      }
    }
    std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
      return a.y != b.y ? a.y < b.y : a.x < b.x;
    });
    return cells;
  }

 private:
  void Reach(int x, int y, std::vector<Cell>& cells) {
    if (x < 0 || y < 0 || x >= grid_.width || y >= grid_.height) return;
    const std::size_t i = grid_.At(x, y);
    if (!free_[i]) return;
    free_[i] = false;
    cells.push_back({x, y});
  }

  const HueGrid& grid_;
  int reach_;
  std::vector<bool> free_;
};

struct Extent {
  double left = std::numeric_limits<double>::max();
  double top = std::numeric_limits<double>::max();
  double right = std::numeric_limits<double>::lowest();
  double bottom = std::numeric_limits<double>::lowest();

  void Add(double x, double y) {
    left = std::min(left, x);
    top = std::min(top, y);
    right = std::max(right, x);
    bottom = std::max(bottom, y);
  }
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

PointPx Turned(const Cell& cell, double deg) {
  const double c = std::cos(deg * std::numbers::pi / 180.0);
  const double s = std::sin(deg * std::numbers::pi / 180.0);
  return {c * cell.x + s * cell.y, -s * cell.x + c * cell.y};
}

Extent ExtentOf(const std::vector<Cell>& cells, double deg) {
  Extent extent;
  for (const Cell& cell : cells) {
    const PointPx at = Turned(cell, deg);
    extent.Add(at.x_px, at.y_px);
  }
  return extent;
}

// The turn at which the patch fills the smallest box.
double TiltOf(const std::vector<Cell>& cells) {
  double best = 0.0;
  double least = std::numeric_limits<double>::max();
  for (double deg = -kMaxTiltDeg; deg <= kMaxTiltDeg; deg += 0.5) {
    const Extent extent = ExtentOf(cells, deg);
    const double area = (extent.width() + 1.0) * (extent.height() + 1.0);
    if (area > least - 1e-6) continue;
    least = area;
    best = deg;
  }
  return best;
}

double ShareSet(const std::vector<bool>& seen) {
  if (seen.empty()) return 0.0;
  return static_cast<double>(std::count(seen.begin(), seen.end(), true)) /
         static_cast<double>(seen.size());
}

// Part of the sectors in which ink lies on the rim.
double RimShare(const std::vector<Cell>& cells, const Extent& extent) {
  const double x0 = (extent.left + extent.right) / 2.0;
  const double y0 = (extent.top + extent.bottom) / 2.0;
  const double radius = (extent.width() + extent.height()) / 4.0;
  std::vector<bool> seen(kRoundSectors);
  for (const Cell& cell : cells) {
    const double dx = cell.x - x0;
    const double dy = cell.y - y0;
    if (std::abs(std::hypot(dx, dy) / radius - 0.95) > 0.12) continue;
    const double turn =
        (std::atan2(dy, dx) / (2.0 * std::numbers::pi) + 0.5) * kRoundSectors;
    seen[std::min<std::size_t>(static_cast<std::size_t>(turn),
                               kRoundSectors - 1)] = true;
  }
  return ShareSet(seen);
}

// The least covered of the four edges: part of it where ink lies.
double FrameShare(const std::vector<Cell>& cells, const Extent& extent,
                  double tilt_deg) {
  const auto length = [](double side) {
    return static_cast<std::size_t>(std::max(1.0, side + 1.0));
  };
  std::array<std::vector<bool>, 4> edges = {
      std::vector<bool>(length(extent.width())),
      std::vector<bool>(length(extent.width())),
      std::vector<bool>(length(extent.height())),
      std::vector<bool>(length(extent.height()))};
  const auto mark = [](std::vector<bool>& edge, double along) {
    edge[std::min(static_cast<std::size_t>(along), edge.size() - 1)] = true;
  };
  constexpr double kNear = 2.6;
  for (const Cell& cell : cells) {
    const PointPx at = Turned(cell, tilt_deg);
    const double x = at.x_px - extent.left;
    const double y = at.y_px - extent.top;
    if (y < kNear) mark(edges[0], x);
    if (y > extent.height() - kNear) mark(edges[1], x);
    if (x < kNear) mark(edges[2], y);
    if (x > extent.width() - kNear) mark(edges[3], y);
  }
  double least = 1.0;
  for (const auto& edge : edges) least = std::min(least, ShareSet(edge));
  return least;
}

bool Within(double value, const double (&bounds)[2]) {
  return value >= bounds[0] && value <= bounds[1];
}

void TellShape(const HueGrid& grid, InkPatch& patch) {
  const Extent level = ExtentOf(patch.cells, 0.0);
  const double width = (level.width() + 1.0) * grid.cell_mm;
  const double height = (level.height() + 1.0) * grid.cell_mm;
  if (width > kAreaMm && height > kAreaMm) {
    patch.shape = InkShape::kArea;
    return;
  }
  const double aspect = std::max(width / height, height / width);
  if (aspect <= kRoundAspect && Within(width, kSealMm) &&
      Within(height, kSealMm)) {
    patch.certainty = RimShare(patch.cells, level);
    patch.shape = InkShape::kRound;
    if (patch.certainty >= kRoundShare) return;
  }
  patch.shape = InkShape::kStroke;
  patch.certainty = 0.0;
  if (width >= kStampMinMm[0] && height >= kStampMinMm[1] &&
      width <= kStampMaxMm[0] && height <= kStampMaxMm[1]) {
    const double tilt = TiltOf(patch.cells);
    const double share =
        FrameShare(patch.cells, ExtentOf(patch.cells, tilt), tilt);
    if (share >= kFrameShare) {
      patch.shape = InkShape::kRectangle;
      patch.tilt_deg = tilt;
      patch.certainty = share;
      return;
    }
  }
  if (height <= kLineHeightMm && width > 2.5 * height) {
    patch.shape = InkShape::kLine;
  }
}

BoxPx BoxOf(const std::vector<Cell>& cells, const PageImage& page) {
  const Extent extent = ExtentOf(cells, 0.0);
  return {
      static_cast<int>(extent.left) * kCellPx,
      static_cast<int>(extent.top) * kCellPx,
      std::min((static_cast<int>(extent.right) + 1) * kCellPx, page.width_px),
      std::min((static_cast<int>(extent.bottom) + 1) * kCellPx,
               page.height_px)};
}

bool Holds(const BoxPx& outer, const BoxPx& inner) {
  return Intersection(outer, inner) == inner;
}

// What stands within a frame is part of the stamp.
void JoinStamps(std::vector<InkPatch>& patches) {
  for (InkPatch& stamp : patches) {
    if (!IsStamp(stamp)) continue;
    for (InkPatch& other : patches) {
      if (&other == &stamp || other.cells.empty() || IsStamp(other) ||
          !Holds(stamp.box, other.box)) {
        continue;
      }
      other.inside = true;
      if (other.hue != stamp.hue) continue;
      stamp.cells.insert(stamp.cells.end(), other.cells.begin(),
                         other.cells.end());
      other.cells.clear();
    }
  }
  std::erase_if(patches, [](const InkPatch& p) { return p.cells.empty(); });
}

// Patches too small for themselves may still be part of a stamp.
void DropSmall(double least_px, std::vector<InkPatch>& patches) {
  std::erase_if(patches, [&](const InkPatch& p) {
    return !p.inside &&
           std::max(p.box.width_px(), p.box.height_px()) < least_px;
  });
}

}  // namespace

ColouredInk FindColouredInk(const PageImage& rgb, const PaperColour& paper,
                            double dpi) {
  const Counted counted = Count(rgb, paper, dpi);
  const HueGrid& grid = counted.grid;
  ColouredInk found;
  if (counted.ink > 0) {
    found.share = static_cast<double>(counted.coloured) /
                  static_cast<double>(counted.ink);
  }
  for (const Hue hue : {Hue::kRed, Hue::kBlue, Hue::kGreen}) {
    Patches patches(grid, hue);
    for (int y = 0; y < grid.height; ++y) {
      for (int x = 0; x < grid.width; ++x) {
        InkPatch patch;
        patch.cells = patches.Take(x, y);
        if (patch.cells.empty()) continue;
        patch.hue = hue;
        patch.box = BoxOf(patch.cells, rgb);
        TellShape(grid, patch);
        found.patches.push_back(std::move(patch));
      }
    }
  }
  JoinStamps(found.patches);
  DropSmall(kMinSideMm / kMmPerInch * dpi, found.patches);
  return found;
}

}  // namespace donthu
