#include "stages/examine/darkness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "models/paper.h"

namespace donthu {
namespace {

constexpr double kEnoughDpi = 150.0;
constexpr int kTilePx = 32;  // 5 mm: wider than a letter's stroke, less than
                             // a shadow's edge
constexpr double kPaperShare = 0.75;  // of a tile is darker than its paper
// A tile as dark as this beside the page is no paper: a scanner's black edge.
constexpr double kNoPaper = 0.45;
constexpr double kDarkestShare = 0.0003;  // of the page: some letters
constexpr int kLeastThreshold = 36;       // 0.14
constexpr int kMostThreshold = 64;        // 0.25

struct Reduced {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> samples;
};

std::size_t Size(int value) { return static_cast<std::size_t>(value); }

// Means of `factor` x `factor` pixels.
Reduced Reduce(const PageImage& gray, int factor) {
  if (factor == 1) return {gray.width_px, gray.height_px, gray.pixels};
  Reduced out{gray.width_px / factor, gray.height_px / factor, {}};
  out.samples.resize(Size(out.width_px) * Size(out.height_px));
  std::vector<std::uint16_t> sums(Size(gray.width_px));
  const auto area = static_cast<unsigned>(factor * factor);
  std::uint8_t* to = out.samples.data();
  for (int y = 0; y < out.height_px; ++y) {
    std::fill(sums.begin(), sums.end(), std::uint16_t{0});
    for (int i = 0; i < factor; ++i) {
      const std::uint8_t* row =
          &gray.pixels[Size(y * factor + i) * Size(gray.width_px)];
      for (std::size_t x = 0; x < sums.size(); ++x) {
        sums[x] = static_cast<std::uint16_t>(sums[x] + row[x]);
      }
    }
    const std::uint16_t* from = sums.data();
    for (int x = 0; x < out.width_px; ++x, from += factor) {
      unsigned sum = 0;
      for (int i = 0; i < factor; ++i) sum += from[i];
      *to++ = static_cast<std::uint8_t>(sum / area);
    }
  }
  return out;
}

struct Tiles {
  int columns = 0;
  int rows = 0;
  std::vector<int> tones;  // 1 to 255

  int& At(int column, int row) {
    return tones[Size(row) * Size(columns) + Size(column)];
  }
  int At(int column, int row) const {
    return tones[Size(row) * Size(columns) + Size(column)];
  }
};

int ToneOf(const Reduced& page, int column, int row) {
  std::array<int, 256> counts{};
  int total = 0;
  const int bottom = std::min((row + 1) * kTilePx, page.height_px);
  const int right = std::min((column + 1) * kTilePx, page.width_px);
  for (int y = row * kTilePx; y < bottom; y += 2) {
    for (int x = column * kTilePx; x < right; x += 2) {
      ++counts[page.samples[Size(y) * Size(page.width_px) + Size(x)]];
      ++total;
    }
  }
  const int wanted = static_cast<int>(total * kPaperShare);
  int tone = 0;
  for (int below = counts[0]; below <= wanted && tone < 255;) {
    below += counts[Size(++tone)];
  }
  return std::max(1, tone);
}

// The tone of most of the page, for tiles that show no paper.
void FillDarkTiles(Tiles& tiles) {
  std::vector<int> sorted = tiles.tones;
  const auto middle =
      sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 3 / 5);
  std::nth_element(sorted.begin(), middle, sorted.end());
  const int page = *middle;
  for (int& tone : tiles.tones) {
    if (tone < page * kNoPaper) tone = page;
  }
}

Tiles TilesOf(const Reduced& page) {
  Tiles tiles;
  tiles.columns = (page.width_px + kTilePx - 1) / kTilePx;
  tiles.rows = (page.height_px + kTilePx - 1) / kTilePx;
  for (int row = 0; row < tiles.rows; ++row) {
    for (int column = 0; column < tiles.columns; ++column) {
      tiles.tones.push_back(ToneOf(page, column, row));
    }
  }
  FillDarkTiles(tiles);
  return tiles;
}

// Each tile the mean of itself and its neighbours.
Tiles Smoothed(const Tiles& tiles) {
  Tiles out = tiles;
  for (int row = 0; row < tiles.rows; ++row) {
    for (int column = 0; column < tiles.columns; ++column) {
      int sum = 0;
      int count = 0;
      for (int r = std::max(0, row - 1); r < std::min(tiles.rows, row + 2);
           ++r) {
        for (int c = std::max(0, column - 1);
             c < std::min(tiles.columns, column + 2); ++c) {
          sum += tiles.At(c, r);
          ++count;
        }
      }
      out.At(column, row) = sum / count;
    }
  }
  return out;
}

void Darken(std::uint8_t* samples, int count, int tone) {
  const int scale = 255 * 256 / tone;
  for (int i = 0; i < count; ++i) {
    const int light = samples[i] * scale >> 8;
    samples[i] = static_cast<std::uint8_t>(255 - std::min(light, 255));
  }
}

}  // namespace

DarknessMap DarknessOf(const PageImage& gray) {
  const double dpi = std::max(1.0, EffectiveDpi(gray));
  const int factor = std::clamp(
      static_cast<int>(std::lround(dpi / kEnoughDpi)), 1,
      std::clamp(std::min(gray.width_px, gray.height_px) / kTilePx, 1, 16));
  Reduced page = Reduce(gray, factor);
  const Tiles tiles = Smoothed(TilesOf(page));
  for (int y = 0; y < page.height_px; ++y) {
    std::uint8_t* row = &page.samples[Size(y) * Size(page.width_px)];
    for (int column = 0; column < tiles.columns; ++column) {
      const int left = column * kTilePx;
      Darken(row + left, std::min(kTilePx, page.width_px - left),
             tiles.At(column, y / kTilePx));
    }
  }
  return {page.width_px, page.height_px, dpi / factor, std::move(page.samples)};
}

int InkThreshold(const DarknessMap& map) {
  std::array<std::size_t, 256> counts{};
  for (const std::uint8_t sample : map.samples) ++counts[sample];
  const auto wanted = static_cast<std::size_t>(
      static_cast<double>(map.samples.size()) * kDarkestShare);
  int darkest = 255;
  for (std::size_t above = counts[255]; above <= wanted && darkest > 0;) {
    above += counts[Size(--darkest)];
  }
  return std::clamp(darkest / 2, kLeastThreshold, kMostThreshold);
}

}  // namespace donthu
