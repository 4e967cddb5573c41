#include "stages/find_codes/code_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "models/paper.h"
#include "stages/find_codes/reduced_page.h"

namespace donthu {
namespace {

constexpr double kLookDpi = 75.0;
constexpr double kPxPerMm = kLookDpi / kMmPerInch;
constexpr std::size_t kMostPlaces = 12;

// How large a window is looked at: the small one finds codes of fine bars and
// modules, the large one those whose modules fill the small window.
struct Look {
  double window_mm;
  double margin_mm;  // beyond the windows: ends of the code, quiet zone
  double least;      // share of dark from which it may be a code
};
constexpr Look kLooks[] = {{5.0, 7.0, 0.33}, {14.0, 9.0, 0.30}};
// Solid black is no code: a border, a frame, a picture of the night.
constexpr double kMostDark = 0.85;
// A row or column of pixels with less ink is nearly white.
constexpr double kWhite = 0.10;
constexpr double kLeastOnItsSide = 0.38;
// Windows are laid in steps of this part of their size.
constexpr int kStepsAWindow = 4;

// Sums of darkness over any box of the reduced page.
class DarkSums {
 public:
  explicit DarkSums(const ReducedPage& page)
      : width_(page.width + 1),
        sums_(static_cast<std::size_t>(width_) *
              static_cast<std::size_t>(page.height + 1)) {
    for (int y = 0; y < page.height; ++y) {
      std::uint32_t row = 0;
      for (int x = 0; x < page.width; ++x) {
        row += page.At(x, y);
        At(x + 1, y + 1) = At(x + 1, y) + row;
      }
    }
  }

  // 0 to 1.
  double Share(int left, int top, int width, int height) const {
    const std::uint32_t sum = At(left + width, top + height) -
                              At(left, top + height) - At(left + width, top) +
                              At(left, top);
    return sum / (255.0 * width * height);
  }

 private:
  std::uint32_t At(int x, int y) const { return sums_[Index(x, y)]; }
  std::uint32_t& At(int x, int y) { return sums_[Index(x, y)]; }
  std::size_t Index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x);
  }

  int width_;
  std::vector<std::uint32_t> sums_;
};

// Text has white rows, between its lines, and much white; a code has no white
// row, or where it lies on its side no white column.
bool IsMixed(const DarkSums& dark, int left, int top, int size, double least) {
  const double share = dark.Share(left, top, size, size);
  if (share < least || share > kMostDark) return false;
  double whitest_row = 1.0;
  double whitest_column = 1.0;
  for (int i = 0; i < size; ++i) {
    whitest_row = std::min(whitest_row, dark.Share(left, top + i, size, 1));
    whitest_column =
        std::min(whitest_column, dark.Share(left + i, top, 1, size));
  }
  return whitest_row >= kWhite ||
         (whitest_column >= kWhite && share >= kLeastOnItsSide);
}

BoxPx Grown(const BoxPx& box, int by) {
  return {box.left_px - by, box.top_px - by, box.right_px + by,
          box.bottom_px + by};
}

// Joins boxes until none overlaps another.
void Join(std::vector<BoxPx>& boxes, const BoxPx& added) {
  BoxPx box = added;
  for (std::size_t i = 0; i < boxes.size();) {
    if (Intersection(boxes[i], box).empty()) {
      ++i;
      continue;
    }
    box = Union(boxes[i], box);
    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(i));
    i = 0;
  }
  boxes.push_back(box);
}

// Windows that look like a code, those that touch joined.
std::vector<BoxPx> MixedPlaces(const DarkSums& dark, const ReducedPage& page,
                               const Look& look) {
  const int size = static_cast<int>(std::lround(look.window_mm * kPxPerMm));
  const int step = std::max(1, size / kStepsAWindow);
  std::vector<BoxPx> found;
  for (int top = 0; top + size <= page.height; top += step) {
    for (int left = 0; left + size <= page.width; left += step) {
      if (!IsMixed(dark, left, top, size, look.least)) continue;
      Join(found, {left, top, left + size, top + size});
    }
  }
  return found;
}

std::int64_t Area(const BoxPx& box) {
  return std::int64_t{box.width_px()} * box.height_px();
}

}  // namespace

std::vector<BoxPx> CodePlaces(const PageImage& gray) {
  const double dpi = EffectiveDpi(gray);
  const int factor = std::max(1, static_cast<int>(std::lround(dpi / kLookDpi)));
  const ReducedPage page = Darkness(gray, factor);
  const DarkSums dark(page);
  std::vector<BoxPx> places;
  for (const Look& look : kLooks) {
    const int margin = static_cast<int>(std::lround(look.margin_mm * kPxPerMm));
    for (const BoxPx& box : MixedPlaces(dark, page, look)) {
      Join(places, Grown(box, margin));
    }
  }
  for (BoxPx& box : places) {
    box = Intersection({box.left_px * factor, box.top_px * factor,
                        box.right_px * factor, box.bottom_px * factor},
                       {0, 0, gray.width_px, gray.height_px});
  }
  std::stable_sort(
      places.begin(), places.end(),
      [](const BoxPx& a, const BoxPx& b) { return Area(a) > Area(b); });
  if (places.size() > kMostPlaces) places.resize(kMostPlaces);
  return places;
}

}  // namespace donthu
