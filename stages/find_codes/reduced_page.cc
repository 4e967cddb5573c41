#include "stages/find_codes/reduced_page.h"

#include <algorithm>
#include <array>

namespace donthu {
namespace {

// Of the reduced page: its paper is as light as the lightest fifth, its ink as
// dark as the darkest 500th, and never lighter than half the paper.
constexpr double kPaperShare = 0.8;
constexpr double kInkShare = 0.002;

// Sums of `factor` rows into `sums`, one a column: a plain loop that the
// compiler turns into vectors.
void AddRows(const PageImage& gray, const BoxPx& box, int top, int factor,
             std::vector<std::uint16_t>& sums) {
  std::fill(sums.begin(), sums.end(), std::uint16_t{0});
  for (int y = top; y < top + factor; ++y) {
    const std::uint8_t* row =
        gray.pixels.data() +
        static_cast<std::size_t>(y) * static_cast<std::size_t>(gray.width_px) +
        static_cast<std::size_t>(box.left_px);
    std::uint16_t* sum = sums.data();
    const std::size_t width = sums.size();
    for (std::size_t x = 0; x < width; ++x) {
      sum[x] = static_cast<std::uint16_t>(sum[x] + row[x]);
    }
  }
}

// The level below which `share` of the pixels are.
int Level(const std::vector<std::uint8_t>& pixels, double share) {
  std::array<std::size_t, 256> counts = {};
  for (const std::uint8_t pixel : pixels) ++counts[pixel];
  const double wanted = share * static_cast<double>(pixels.size());
  std::size_t below = 0;
  for (std::size_t level = 0; level < counts.size(); ++level) {
    below += counts[level];
    if (static_cast<double>(below) >= wanted) return static_cast<int>(level);
  }
  return 255;
}

}  // namespace

PageImage Cut(const PageImage& gray, const BoxPx& box, int factor) {
  PageImage cut;
  cut.width_px = box.width_px() / factor;
  cut.height_px = box.height_px() / factor;
  cut.dpi_x = gray.dpi_x / factor;
  cut.dpi_y = gray.dpi_y / factor;
  cut.pixels.resize(static_cast<std::size_t>(cut.width_px) *
                    static_cast<std::size_t>(cut.height_px));
  std::vector<std::uint16_t> sums(
      static_cast<std::size_t>(cut.width_px * factor));
  const auto count = static_cast<unsigned>(factor * factor);
  std::uint8_t* out = cut.pixels.data();
  for (int y = 0; y < cut.height_px; ++y) {
    AddRows(gray, box, box.top_px + y * factor, factor, sums);
    const std::uint16_t* sum = sums.data();
    for (int x = 0; x < cut.width_px; ++x) {
      unsigned total = 0;
      for (int i = 0; i < factor; ++i) total += *sum++;
      *out++ = static_cast<std::uint8_t>(total / count);
    }
  }
  return cut;
}

ReducedPage Darkness(const PageImage& gray, int factor) {
  PageImage small = Cut(gray, {0, 0, gray.width_px, gray.height_px}, factor);
  const int paper = std::max(1, Level(small.pixels, kPaperShare));
  const int ink = std::min(Level(small.pixels, kInkShare), paper / 2);
  std::array<std::uint8_t, 256> dark = {};
  for (int level = 0; level < 256; ++level) {
    const int share = 255 * (paper - level) / std::max(1, paper - ink);
    dark[static_cast<std::size_t>(level)] =
        static_cast<std::uint8_t>(std::clamp(share, 0, 255));
  }
  for (std::uint8_t& pixel : small.pixels) pixel = dark[pixel];
  return {small.width_px, small.height_px, std::move(small.pixels)};
}

}  // namespace donthu
