#include "stages/prepare/bilevel_copy.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "stages/prepare/otsu.h"

namespace donthu {
namespace {

constexpr double kMarginShare = 0.04;
constexpr double kMostInk = 0.35;  // of the page; print covers a tenth
constexpr int kLeastSidePx = 64;

struct Grid {
  const PageImage& gray;
  double step_x = 1.0;
  double step_y = 1.0;

  int width() const { return static_cast<int>(gray.width_px / step_x); }
  int height() const { return static_cast<int>(gray.height_px / step_y); }
  std::uint8_t At(int x, int y) const {
    return Row((y + 0.5) *
               step_y)[static_cast<std::size_t>((x + 0.5) * step_x)];
  }
  // Levels of the copy's row `y`, by `sample`. `levels`: as wide as the copy;
  // `darkest`: as wide as `gray`, for work.
  void Levels(Sample sample, int y, std::vector<std::uint8_t>& darkest,
              std::vector<std::uint8_t>& levels) const {
    if (sample == Sample::kNearest) {
      for (int x = 0; x < width(); ++x) levels[Index(x)] = At(x, y);
      return;
    }
    const int last = static_cast<int>((y + 1) * step_y);
    std::fill(darkest.begin(), darkest.end(), 255);
    for (int row = static_cast<int>(y * step_y); row < last; ++row) {
      const std::uint8_t* pixels = Row(row);
      for (std::size_t x = 0; x < darkest.size(); ++x) {
        darkest[x] = std::min(darkest[x], pixels[x]);
      }
    }
    for (int x = 0; x < width(); ++x) {
      const auto from = static_cast<std::size_t>(x * step_x);
      const auto to = static_cast<std::size_t>((x + 1) * step_x);
      std::uint8_t level = 255;
      for (std::size_t i = from; i < to; ++i) {
        level = std::min(level, darkest[i]);
      }
      levels[Index(x)] = level;
    }
  }

 private:
  static std::size_t Index(int x) { return static_cast<std::size_t>(x); }
  const std::uint8_t* Row(double y) const {
    return gray.pixels.data() + static_cast<std::size_t>(y) *
                                    static_cast<std::size_t>(gray.width_px);
  }
};

double Below(const std::array<double, 256>& counts, int threshold) {
  return std::accumulate(counts.begin(), counts.begin() + threshold, 0.0);
}

// What is dark over much of the page is paper, be it beside whiter: yellow
// paper beneath a white lid.
int ThresholdOf(const Grid& grid) {
  std::array<double, 256> counts{};
  for (int y = 0; y < grid.height(); y += 4) {
    for (int x = 0; x < grid.width(); x += 4) counts[grid.At(x, y)] += 1.0;
  }
  const double most = kMostInk * Below(counts, 256);
  int threshold = PartLevels(counts).threshold;
  while (threshold > 1 && Below(counts, threshold) > most) {
    std::fill(counts.begin() + threshold, counts.end(), 0.0);
    const int darker = PartLevels(counts).threshold;
    if (darker == 0) break;
    threshold = darker;
  }
  return threshold;
}

}  // namespace

void PixDeleter::operator()(Pix* pix) const { pixDestroy(&pix); }

PixPtr BilevelCopy(const PageImage& gray, double step_x, double step_y,
                   Sample sample) {
  const Grid grid{gray, step_x, step_y};
  if (grid.width() < kLeastSidePx || grid.height() < kLeastSidePx) return {};
  setMsgSeverity(L_SEVERITY_NONE);
  PixPtr pix(pixCreate(grid.width(), grid.height(), 1));
  if (!pix) return pix;
  const int threshold = ThresholdOf(grid);
  const int margin_x = static_cast<int>(grid.width() * kMarginShare);
  const int margin_y = static_cast<int>(grid.height() * kMarginShare);
  std::vector<std::uint8_t> darkest(static_cast<std::size_t>(gray.width_px));
  std::vector<std::uint8_t> levels(static_cast<std::size_t>(grid.width()));
  for (int y = margin_y; y < grid.height() - margin_y; ++y) {
    grid.Levels(sample, y, darkest, levels);
    l_uint32* line = pixGetData(pix.get()) +
                     static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    for (int x = margin_x; x < grid.width() - margin_x; ++x) {
      if (levels[static_cast<std::size_t>(x)] >= threshold) continue;
      line[x >> 5] |= 0x80000000U >> (static_cast<unsigned>(x) & 31U);
    }
  }
  return pix;
}

}  // namespace donthu
