#include "samples/conditions/free_place.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace donthu::samples {
namespace {

constexpr int kCellPx = 10;
constexpr int kInkBelow = 160;
// Nobody stamps nearer to the edge than this.
constexpr double kRimPt = 12.0;
constexpr double kUpper = 0.5;  // of the sheet's height
// Ink beneath the box that nobody minds, pixels of ink a cell.
constexpr double kSlack = 0.2;
constexpr std::int64_t kRoom = 1;  // no more ink a cell: there is room

// Pixels of ink above and left of each corner of a cell.
struct InkSums {
  int width = 0;
  int height = 0;
  std::vector<std::int64_t> sums;

  std::int64_t& At(int x, int y) {
    return sums[static_cast<std::size_t>(y) *
                    static_cast<std::size_t>(width + 1) +
                static_cast<std::size_t>(x)];
  }
  std::int64_t Within(int left, int top, int right, int bottom) {
    return At(right, bottom) - At(left, bottom) - At(right, top) +
           At(left, top);
  }
};

int InkOfCell(const PageImage& sheet, int cell_x, int cell_y) {
  int ink = 0;
  for (int y = cell_y * kCellPx; y < (cell_y + 1) * kCellPx; ++y) {
    const auto row =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(sheet.width_px);
    for (int x = cell_x * kCellPx; x < (cell_x + 1) * kCellPx; ++x) {
      const std::uint8_t* rgb =
          &sheet.pixels[(row + static_cast<std::size_t>(x)) * 3];
      if (std::min({rgb[0], rgb[1], rgb[2]}) < kInkBelow) ++ink;
    }
  }
  return ink;
}

InkSums SumsOf(const PageImage& sheet) {
  InkSums ink;
  ink.width = sheet.width_px / kCellPx;
  ink.height = sheet.height_px / kCellPx;
  ink.sums.resize(static_cast<std::size_t>(ink.width + 1) *
                  static_cast<std::size_t>(ink.height + 1));
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      ink.At(x + 1, y + 1) = InkOfCell(sheet, x, y) + ink.At(x, y + 1) +
                             ink.At(x + 1, y) - ink.At(x, y);
    }
  }
  return ink;
}

struct Place {
  int left = 0;
  int top = 0;
  std::int64_t ink = 0;
};

// Places of `width` by `height` cells that end above `lowest`, all but those
// that meet more ink than the freest by kSlack.
std::vector<Place> FreestPlaces(int width, int height, int rim, double lowest,
                                InkSums& ink) {
  std::vector<Place> places;
  for (int y = rim; y + height <= lowest; ++y) {
    for (int x = rim; x + width <= ink.width - rim; ++x) {
      places.push_back({x, y, ink.Within(x, y, x + width, y + height)});
    }
  }
  if (places.empty()) return places;
  const auto least = std::min_element(
      places.begin(), places.end(),
      [](const Place& a, const Place& b) { return a.ink < b.ink; });
  const auto most =
      least->ink + static_cast<std::int64_t>(kSlack * width * height);
  std::erase_if(places, [most](const Place& p) { return p.ink > most; });
  return places;
}

}  // namespace

PointPx FreePlace(const PageImage& sheet, const std::array<double, 2>& half_pt,
                  Rng rng) {
  const double cells_per_pt = sheet.dpi_x / 72.0 / kCellPx;
  const int width = static_cast<int>(2 * half_pt[0] * cells_per_pt);
  const int height = static_cast<int>(2 * half_pt[1] * cells_per_pt);
  const int rim = static_cast<int>(kRimPt * cells_per_pt);
  InkSums ink = SumsOf(sheet);
  auto places = FreestPlaces(width, height, rim, ink.height * kUpper, ink);
  const auto least_ink = [](const std::vector<Place>& from) {
    return from.empty() ? std::numeric_limits<std::int64_t>::max()
                        : from.front().ink;
  };
  if (least_ink(places) > kRoom * width * height) {
    auto anywhere = FreestPlaces(width, height, rim, ink.height - rim, ink);
    if (least_ink(anywhere) < least_ink(places)) places = std::move(anywhere);
  }
  if (places.empty()) return {half_pt[0], half_pt[1]};
  const Place& taken = places[static_cast<std::size_t>(
      rng.Whole(0, static_cast<int>(places.size()) - 1))];
  return {(taken.left + width / 2.0) / cells_per_pt,
          (taken.top + height / 2.0) / cells_per_pt};
}

}  // namespace donthu::samples
