#include "stages/prepare/light.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace donthu {
namespace {

constexpr double kTileInches = 0.2;
constexpr int kLookedAtEvery =
    3;  // one pixel in so many rows and columns is looked at
// Paper brighter than this everywhere, and as even as this, needs nothing.
constexpr int kWhitePaper = 225;
constexpr int kEvenPaper = 14;
// Darker squares are desk, picture or black edge, not paper.
constexpr int kDarkest = 50;
// Of the paper's brightness: from here on it is paper.
constexpr double kPaperShare = 0.84;

struct Tiles {
  int width = 0;
  int height = 0;
  int side_px = 1;
  std::vector<double> paper;

  double& At(int x, int y) {
    return paper[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                 static_cast<std::size_t>(x)];
  }
};

int Percentile(const std::array<int, 256>& counts, double share) {
  long total = 0;
  for (const int count : counts) total += count;
  long above = 0;
  for (int i = 255; i >= 0; --i) {
    above += counts[static_cast<std::size_t>(i)];
    if (static_cast<double>(above) >= share * static_cast<double>(total)) {
      return i;
    }
  }
  return 0;
}

double PaperOf(const PageImage& gray, int left, int top, int side_px) {
  std::array<int, 256> counts{};
  const int right = std::min(left + side_px, gray.width_px);
  const int bottom = std::min(top + side_px, gray.height_px);
  for (int y = top; y < bottom; y += kLookedAtEvery) {
    const std::uint8_t* row =
        &gray.pixels[static_cast<std::size_t>(y) *
                     static_cast<std::size_t>(gray.width_px)];
    for (int x = left; x < right; x += kLookedAtEvery) ++counts[row[x]];
  }
  return Percentile(counts, 0.1);
}

Tiles PaperIn(const PageImage& gray, double dpi) {
  Tiles tiles;
  tiles.side_px = std::max(16, static_cast<int>(dpi * kTileInches));
  tiles.width = (gray.width_px + tiles.side_px - 1) / tiles.side_px;
  tiles.height = (gray.height_px + tiles.side_px - 1) / tiles.side_px;
  for (int y = 0; y < tiles.height; ++y) {
    for (int x = 0; x < tiles.width; ++x) {
      tiles.paper.push_back(
          PaperOf(gray, x * tiles.side_px, y * tiles.side_px, tiles.side_px));
    }
  }
  return tiles;
}

bool NeedsNothing(const Tiles& tiles) {
  std::vector<double> sorted = tiles.paper;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t count = sorted.size();
  const double low = sorted[count / 20];
  const double high = sorted[count - 1 - count / 20];
  return low >= kWhitePaper && high - low <= kEvenPaper;
}

// Middle of the square and its neighbours; dark squares do not count.
Tiles Smoothed(const Tiles& tiles) {
  Tiles smoothed = tiles;
  Tiles from = tiles;
  for (int y = 0; y < tiles.height; ++y) {
    for (int x = 0; x < tiles.width; ++x) {
      std::vector<double> near;
      for (int reach = 1; near.empty() && reach <= 4; ++reach) {
        for (int ny = std::max(0, y - reach);
             ny <= std::min(tiles.height - 1, y + reach); ++ny) {
          for (int nx = std::max(0, x - reach);
               nx <= std::min(tiles.width - 1, x + reach); ++nx) {
            const double paper = from.At(nx, ny);
            if (paper >= kDarkest) near.push_back(paper);
          }
        }
      }
      if (near.empty()) continue;
      const auto middle = near.begin() + static_cast<long>(near.size() / 2);
      std::nth_element(near.begin(), middle, near.end());
      smoothed.At(x, y) = std::max(*middle, double{kDarkest});
    }
  }
  return smoothed;
}

// Between the middles of squares, bilinear.
struct Along {
  int before = 0;
  int after = 0;
  double share = 0.0;  // of `after`
};

Along At(int px, int side_px, int count) {
  const double place = (px + 0.5) / side_px - 0.5;
  const int before = static_cast<int>(std::floor(place));
  Along along;
  along.before = std::clamp(before, 0, count - 1);
  along.after = std::clamp(before + 1, 0, count - 1);
  along.share = place - before;
  return along;
}

std::array<std::uint8_t, 256> DarkeningCurve() {
  std::array<std::uint8_t, 256> curve{};
  for (int i = 0; i < 256; ++i) {
    curve[static_cast<std::size_t>(i)] =
        static_cast<std::uint8_t>(std::min(255.0, std::round(i / kPaperShare)));
  }
  return curve;
}

void Divide(Tiles& paper, PageImage& gray) {
  static const std::array<std::uint8_t, 256> kCurve = DarkeningCurve();
  std::vector<Along> across;
  for (int x = 0; x < gray.width_px; ++x) {
    across.push_back(At(x, paper.side_px, paper.width));
  }
  std::vector<double> row(static_cast<std::size_t>(paper.width));
  std::uint8_t* pixel = gray.pixels.data();
  for (int y = 0; y < gray.height_px; ++y) {
    const Along down = At(y, paper.side_px, paper.height);
    for (int x = 0; x < paper.width; ++x) {
      row[static_cast<std::size_t>(x)] =
          255.0 / (paper.At(x, down.before) * (1.0 - down.share) +
                   paper.At(x, down.after) * down.share);
    }
    for (const Along& at : across) {
      const double gain =
          row[static_cast<std::size_t>(at.before)] * (1.0 - at.share) +
          row[static_cast<std::size_t>(at.after)] * at.share;
      *pixel = kCurve[static_cast<std::size_t>(
          std::min(255.0, *pixel * gain + 0.5))];
      ++pixel;
    }
  }
}

}  // namespace

PageImage EvenLight(PageImage gray, double dpi) {
  if (gray.bilevel) return gray;
  const Tiles tiles = PaperIn(gray, dpi);
  if (tiles.paper.empty() || NeedsNothing(tiles)) return gray;
  Tiles paper = Smoothed(tiles);
  Divide(paper, gray);
  return gray;
}

}  // namespace donthu
