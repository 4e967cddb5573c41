#include "stages/estimate/ink_measures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/paper.h"
#include "stages/estimate/parts.h"

namespace donthu {
namespace {

constexpr double kLeastLetterMm = 1.0;
constexpr double kMostLetterMm = 10.0;
constexpr double kWidestLetterMm = 20.0;
constexpr int kSpeckPx = 2;  // of the reduced page: a third of a millimetre
constexpr double kEnoughPx = 16.0;
constexpr std::size_t kMostLooked = 4000;
constexpr int kCellPx = 8;

// Where words were read, in cells of 8 pixels.
class ReadPlaces {
 public:
  explicit ReadPlaces(const PageText& text)
      : columns_(text.width_px / kCellPx + 1),
        rows_(text.height_px / kCellPx + 1),
        cells_(static_cast<std::size_t>(columns_) *
               static_cast<std::size_t>(rows_)) {}

  void Add(const BoxPx& box) {
    const int bottom = std::min(box.bottom_px / kCellPx + 1, rows_);
    const int right = std::min(box.right_px / kCellPx + 1, columns_);
    for (int y = std::max(0, box.top_px / kCellPx); y < bottom; ++y) {
      for (int x = std::max(0, box.left_px / kCellPx); x < right; ++x) {
        cells_[Index(x, y)] = 1;
      }
    }
  }

  bool Has(const BoxPx& box) const {
    const int x = (box.left_px + box.right_px) / 2 / kCellPx;
    const int y = (box.top_px + box.bottom_px) / 2 / kCellPx;
    return x >= 0 && x < columns_ && y >= 0 && y < rows_ &&
           cells_[Index(x, y)] != 0;
  }

 private:
  std::size_t Index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(x);
  }

  int columns_;
  int rows_;
  std::vector<std::uint8_t> cells_;
};

struct Ink {
  std::vector<BoxPx> missed;  // letters outside of words, from the left
  std::vector<int> heights;   // of all letters
  double specks = 0;
  double darkness = 0;  // sum over the letters, each 0 to 1

  double letters() const { return static_cast<double>(heights.size()); }
};

bool IsLetter(const DarkPart& part, double dpi) {
  const auto mm = [dpi](int px) { return px * kMmPerInch / dpi; };
  const double high = mm(part.box.height_px());
  return high >= kLeastLetterMm && high <= kMostLetterMm &&
         mm(part.box.width_px()) <= kWidestLetterMm;
}

Ink InkOf(const PageImage& image, const ReadPlaces& places) {
  const double dpi =
      image.dpi_y > 0.0 ? image.dpi_y : image.height_px / kA4HeightInches;
  const DarkParts dark = DarkPartsOf(image);
  Ink ink;
  for (const DarkPart& part : dark.parts) {
    const int speck_px = kSpeckPx * dark.factor;
    if (part.box.width_px() <= speck_px && part.box.height_px() <= speck_px) {
      ++ink.specks;
    }
    if (!IsLetter(part, dpi)) continue;
    ink.heights.push_back(part.box.height_px());
    ink.darkness += part.darkness_sum / (255.0 * part.area_px);
    if (!places.Has(part.box) && ink.missed.size() < kMostLooked) {
      ink.missed.push_back(part.box);
    }
  }
  std::stable_sort(
      ink.missed.begin(), ink.missed.end(),
      [](const auto& a, const auto& b) { return a.left_px < b.left_px; });
  return ink;
}

// Not where one stands above or around the other, as ridges of a fingerprint
// do.
bool Follows(const BoxPx& a, const BoxPx& b) {
  const int above =
      std::min(a.right_px, b.right_px) - std::max(a.left_px, b.left_px);
  if (2 * above > std::min(a.width_px(), b.width_px())) return false;
  const int shared =
      std::min(a.bottom_px, b.bottom_px) - std::max(a.top_px, b.top_px);
  const int low = std::min(a.height_px(), b.height_px());
  const int high = std::max(a.height_px(), b.height_px());
  return 2 * shared >= low && high <= 2 * low;
}

// Letters that stand in rows of three and more.
double InRows(const std::vector<BoxPx>& letters) {
  std::vector<int> lengths(letters.size(), 1);
  std::vector<int> before(letters.size(), -1);
  std::vector<char> counted(letters.size(), 0);
  double found = 0.0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    for (std::size_t j = i; j-- > 0;) {
      const int reach = 2 * letters[i].height_px();
      if (letters[i].left_px - letters[j].left_px > 3 * reach) break;
      const bool near = letters[i].left_px - letters[j].right_px <= reach;
      if (!near || !Follows(letters[j], letters[i])) continue;
      lengths[i] = lengths[j] + 1;
      before[i] = static_cast<int>(j);
      break;
    }
    if (lengths[i] < 3) continue;
    for (int at = static_cast<int>(i);
         at >= 0 && counted[static_cast<std::size_t>(at)] == 0;
         at = before[static_cast<std::size_t>(at)]) {
      counted[static_cast<std::size_t>(at)] = 1;
      ++found;
    }
  }
  return found;
}

// Pixels of the scan a pixel of the page, in the middle of it.
double ScaleOf(const CleanPage& page) {
  const double x = page.image.width_px / 2.0;
  const double y = page.image.height_px / 2.0;
  const PointPx here = Apply(page.to_source, {x, y});
  const PointPx below = Apply(page.to_source, {x, y + 1.0});
  return std::hypot(below.x_px - here.x_px, below.y_px - here.y_px);
}

double Small(std::vector<int> heights, double scale) {
  if (heights.empty()) return 0.0;
  const auto middle =
      heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return std::clamp(1.0 - *middle * scale / kEnoughPx, 0.0, 1.0);
}

}  // namespace

InkMeasures MeasureInk(const CleanPage& page, const PageText& text) {
  ReadPlaces places(text);
  EachWord(text, [&](const Word& word) { places.Add(word.box); });
  const Ink ink = InkOf(page.image, places);
  const double letters = std::max(1.0, ink.letters());
  return {InRows(ink.missed) / letters, std::min(1.0, ink.specks / letters),
          ink.heights.empty() ? 0.0 : 1.0 - ink.darkness / letters,
          Small(ink.heights, ScaleOf(page))};
}

}  // namespace donthu
