#include "stages/prepare/seal_print.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "models/geometry.h"
#include "models/paper.h"
#include "stages/prepare/raster.h"

namespace donthu {
namespace {

constexpr std::uint8_t kInkBelow = 128;
// How far beside the seal its lines of print are looked for.
constexpr double kBesideMm = 15.0;
// Letters of 10 to 16 pt without their marks.
constexpr double kLetterMm[2] = {1.2, 5.5};
// Letters that touch are one patch.
constexpr int kMostWide = 8;
constexpr double kBaselineMm = 0.45;
constexpr double kMarkMm = 1.3;
// What of a row comes back: its marks, and the ring that it crosses.
constexpr double kAboveMm = 0.9;
constexpr double kBelowMm = 0.5;
constexpr double kBeyondRingMm = 0.9;
constexpr double kMostUneven = 1.9;
constexpr std::size_t kMinRow = 3;
// Of the height of print: lower rows within the seal are its own words.
constexpr double kAsHigh = 0.85;
constexpr double kUsualPrintMm = 2.9;

// A connected patch of ink.
struct Patch {
  std::vector<std::size_t> pixels;
  BoxPx box;
  bool letter = false;
  bool within = false;  // wholly in the seal
  bool print = false;
};

class Patches {
 public:
  Patches(const PageImage& gray, const BoxPx& area)
      : gray_(gray), area_(area), free_(gray.pixels.size()) {
    for (int y = area.top_px; y < area.bottom_px; ++y) {
      for (int x = area.left_px; x < area.right_px; ++x) {
        const std::size_t i = PixelIndex(gray, x, y);
        free_[i] = gray.pixels[i] < kInkBelow;
      }
    }
  }

  std::vector<Patch> All() {
    std::vector<Patch> patches;
    for (int y = area_.top_px; y < area_.bottom_px; ++y) {
      for (int x = area_.left_px; x < area_.right_px; ++x) {
        if (free_[PixelIndex(gray_, x, y)]) patches.push_back(From(x, y));
      }
    }
    return patches;
  }

 private:
  Patch From(int x, int y) {
    Patch patch;
    patch.box = {x, y, x + 1, y + 1};
    Reach(x, y, patch);
    for (std::size_t i = 0; i < patch.pixels.size(); ++i) {
      const auto width = static_cast<std::size_t>(gray_.width_px);
      const int at_x = static_cast<int>(patch.pixels[i] % width);
      const int at_y = static_cast<int>(patch.pixels[i] / width);
      for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) Reach(at_x + dx, at_y + dy, patch);
      }
    }
    return patch;
  }

  void Reach(int x, int y, Patch& patch) {
    if (x < area_.left_px || y < area_.top_px || x >= area_.right_px ||
        y >= area_.bottom_px) {
      return;
    }
    const std::size_t i = PixelIndex(gray_, x, y);
    if (!free_[i]) return;
    free_[i] = false;
    patch.pixels.push_back(i);
    patch.box = Union(patch.box, {x, y, x + 1, y + 1});
  }

  const PageImage& gray_;
  BoxPx area_;
  std::vector<bool> free_;
};

bool Holds(const GraySeal& seal, const BoxPx& box) {
  const double dx = std::max(std::abs(box.left_px - seal.x_px),
                             std::abs(box.right_px - seal.x_px));
  const double dy = std::max(std::abs(box.top_px - seal.y_px),
                             std::abs(box.bottom_px - seal.y_px));
  return std::hypot(dx, dy) <= seal.radius_px * 1.05;
}

// Letters of one row, side by side.
bool AreNeighbours(const BoxPx& a, const BoxPx& b, double per_mm) {
  if (std::abs(a.bottom_px - b.bottom_px) > kBaselineMm * per_mm) return false;
  const double higher = std::max(a.height_px(), b.height_px());
  const double lower = std::min(a.height_px(), b.height_px());
  if (higher > kMostUneven * lower) return false;
  const int gap =
      std::max(a.left_px, b.left_px) - std::min(a.right_px, b.right_px);
  return gap < 1.6 * higher;
}

// To each patch the first of its row; rows grow from neighbour to neighbour.
std::vector<std::size_t> RowsOf(const std::vector<Patch>& patches,
                                double per_mm) {
  std::vector<std::size_t> row(patches.size());
  std::iota(row.begin(), row.end(), std::size_t{0});
  const auto first_of = [&row](std::size_t i) {
    while (row[i] != i) i = row[i];
    return i;
  };
  for (std::size_t i = 0; i < patches.size(); ++i) {
    if (!patches[i].letter) continue;
    for (std::size_t j = i + 1; j < patches.size(); ++j) {
      if (!patches[j].letter ||
          !AreNeighbours(patches[i].box, patches[j].box, per_mm)) {
        continue;
      }
      const std::size_t a = first_of(i);
      const std::size_t b = first_of(j);
      row[std::max(a, b)] = std::min(a, b);
    }
  }
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = first_of(i);
  return row;
}

struct Row {
  std::size_t letters = 0;
  bool outside = false;
  int height_px = 0;  // of its highest letter
  BoxPx box;
};

std::vector<Row> Summed(const std::vector<Patch>& patches,
                        const std::vector<std::size_t>& row_of) {
  std::vector<Row> rows(patches.size());
  for (std::size_t i = 0; i < patches.size(); ++i) {
    if (!patches[i].letter) continue;
    Row& row = rows[row_of[i]];
    ++row.letters;
    row.outside = row.outside || !patches[i].within;
    row.height_px = std::max(row.height_px, patches[i].box.height_px());
    row.box = Union(row.box, patches[i].box);
  }
  return rows;
}

// The middle of the rows that go on outside of the seal.
double PrintHeight(const std::vector<Row>& rows, double per_mm) {
  std::vector<int> heights;
  for (const Row& row : rows) {
    if (row.outside && row.letters >= kMinRow) heights.push_back(row.height_px);
  }
  if (heights.empty()) return kUsualPrintMm * per_mm;
  std::sort(heights.begin(), heights.end());
  return heights[heights.size() / 2];
}

// Gives the boxes of the rows of print.
std::vector<BoxPx> TellPrint(double per_mm, std::vector<Patch>& patches) {
  const std::vector<std::size_t> row_of = RowsOf(patches, per_mm);
  const std::vector<Row> rows = Summed(patches, row_of);
  const double height = PrintHeight(rows, per_mm);
  std::vector<BoxPx> boxes;
  for (std::size_t i = 0; i < patches.size(); ++i) {
    const Row& row = rows[row_of[i]];
    patches[i].print = patches[i].letter && row.letters >= kMinRow &&
                       (row.outside || row.height_px >= kAsHigh * height);
    if (patches[i].print && row_of[i] == i) boxes.push_back(row.box);
  }
  return boxes;
}

// The rows, with the marks of their letters, as they were before.
void Restore(const std::vector<BoxPx>& rows, const GraySeal& seal,
             double per_mm, const PageImage& before, PageImage& gray) {
  const double reach = seal.radius_px + kBeyondRingMm * per_mm;
  for (const BoxPx& row : rows) {
    const BoxPx box = Intersection(
        {row.left_px, row.top_px - static_cast<int>(kAboveMm * per_mm),
         row.right_px, row.bottom_px + static_cast<int>(kBelowMm * per_mm)},
        {0, 0, gray.width_px, gray.height_px});
    for (int y = box.top_px; y < box.bottom_px; ++y) {
      for (int x = box.left_px; x < box.right_px; ++x) {
        if (std::hypot(x - seal.x_px, y - seal.y_px) > reach) continue;
        const std::size_t i = PixelIndex(gray, x, y);
        gray.pixels[i] = before.pixels[i];
      }
    }
  }
}

// Marks and dots: close above or below a letter of print.
bool BelongsToPrint(const BoxPx& mark, const std::vector<Patch>& patches,
                    double per_mm) {
  const double reach = kMarkMm * per_mm;
  return std::any_of(patches.begin(), patches.end(), [&](const Patch& p) {
    return p.print && mark.right_px > p.box.left_px - reach / 3 &&
           mark.left_px < p.box.right_px + reach / 3 &&
           mark.bottom_px > p.box.top_px - reach &&
           mark.top_px < p.box.bottom_px + reach;
  });
}

}  // namespace

void KeepPrintWithin(const GraySeal& seal, double dpi, const PageImage& before,
                     PageImage& gray) {
  const double per_mm = dpi / kMmPerInch;
  const double beside = seal.radius_px + kBesideMm * per_mm;
  const BoxPx page = {0, 0, gray.width_px, gray.height_px};
  const BoxPx area = Intersection(
      {static_cast<int>(seal.x_px - beside),
       static_cast<int>(seal.y_px - seal.radius_px - kMarkMm * per_mm),
       static_cast<int>(seal.x_px + beside),
       static_cast<int>(seal.y_px + seal.radius_px + kMarkMm * per_mm)},
      page);
  std::vector<Patch> patches = Patches(gray, area).All();
  for (Patch& patch : patches) {
    const int height = patch.box.height_px();
    patch.letter = height >= kLetterMm[0] * per_mm &&
                   height <= kLetterMm[1] * per_mm &&
                   patch.box.width_px() <= kMostWide * height;
    patch.within = Holds(seal, patch.box);
  }
  const std::vector<BoxPx> rows = TellPrint(per_mm, patches);
  for (const Patch& patch : patches) {
    if (!patch.within || patch.print) continue;
    if (!patch.letter && BelongsToPrint(patch.box, patches, per_mm)) continue;
    for (const std::size_t i : patch.pixels) gray.pixels[i] = 255;
  }
  Restore(rows, seal, per_mm, before, gray);
}

}  // namespace donthu
