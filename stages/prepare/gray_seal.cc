#include "stages/prepare/gray_seal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

#include "models/paper.h"
#include "stages/prepare/raster.h"

namespace donthu {
namespace {

constexpr double kSmallDpi = 75.0;  // rings of 1 mm still show
constexpr int kMinGradient = 40;
constexpr int kPalest = 225;  // what is paler is paper
constexpr int kSectors = 72;
constexpr int kDirections = 360;
constexpr double kMinRing = 0.5;
// Letters that are faint and black in turn stand in arcs, too. A seal is seen
// in so much of what the page holds of its ring, or little of that is bare
// paper: where print hides it. On 60 typed pages without a seal rings of print
// were seen in 0.68 at most, with 0.32 and more of paper; on 27 pages with
// seals theirs in 0.75 and more.
constexpr double kSureRing = 0.72;
constexpr double kMostPaper = 0.25;
// Pale enough against print to be told from it, in levels of gray.
constexpr int kMinApart = 25;
constexpr double kMinFree = 0.25;  // of the ring, where no print crosses it
// Between print and ring: what is paler is paper.
constexpr double kPaperFrom = 0.62;

// The darkest hundredth of the page.
int PrintLevel(const PageImage& gray) {
  std::array<std::size_t, 256> counts{};
  for (const std::uint8_t pixel : gray.pixels) ++counts[pixel];
  std::size_t seen = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    seen += counts[i];
    if (seen * 100 >= gray.pixels.size()) return static_cast<int>(i);
  }
  return 255;
}

// The darkest level in each square of `factor` pixels.
PageImage Darkest(const PageImage& gray, int factor) {
  PageImage small = GrayReduced(gray, factor);
  for (int y = 0; y < small.height_px; ++y) {
    for (int x = 0; x < small.width_px; ++x) {
      std::uint8_t least = 255;
      for (int row = y * factor; row < (y + 1) * factor; ++row) {
        const std::uint8_t* pixel =
            &gray.pixels[PixelIndex(gray, x * factor, row)];
        least = std::min(least, *std::min_element(pixel, pixel + factor));
      }
      small.pixels[PixelIndex(small, x, y)] = least;
    }
  }
  return small;
}

// Black where there is ink that is no print and has none beside it, blurred
// over three pixels so that its edges have a direction.
PageImage PaleInk(const PageImage& darkest, int print) {
  PageImage pale = darkest;
  const int from = print + kMinApart;
  for (int y = 0; y < pale.height_px; ++y) {
    for (int x = 0; x < pale.width_px; ++x) {
      int sum = 0;
      int least = 255;
      for (int ny = std::max(0, y - 1);
           ny <= std::min(pale.height_px - 1, y + 1); ++ny) {
        for (int nx = std::max(0, x - 1);
             nx <= std::min(pale.width_px - 1, x + 1); ++nx) {
          const int level = darkest.pixels[PixelIndex(darkest, nx, ny)];
          least = std::min(least, level);
          if (level <= kPalest) sum += 28;
        }
      }
      pale.pixels[PixelIndex(pale, x, y)] =
          static_cast<std::uint8_t>(least < from ? 255 : 255 - sum);
    }
  }
  return pale;
}

struct Edge {
  int x = 0;
  int y = 0;
  double dx = 0.0;  // gradient, length 1
  double dy = 0.0;
};

std::vector<Edge> EdgesOf(const PageImage& gray) {
  std::vector<Edge> edges;
  for (int y = 1; y + 1 < gray.height_px; ++y) {
    for (int x = 1; x + 1 < gray.width_px; ++x) {
      const int dx = gray.pixels[PixelIndex(gray, x + 1, y)] -
                     gray.pixels[PixelIndex(gray, x - 1, y)];
      const int dy = gray.pixels[PixelIndex(gray, x, y + 1)] -
                     gray.pixels[PixelIndex(gray, x, y - 1)];
      const double size = std::hypot(dx, dy);
      if (size < kMinGradient) continue;
      edges.push_back({x, y, dx / size, dy / size});
    }
  }
  return edges;
}

struct Radii {
  int least = 0;
  int most = 0;
};

std::vector<std::uint16_t> Votes(const PageImage& gray, const Radii& radii,
                                 const std::vector<Edge>& edges) {
  std::vector<std::uint16_t> votes(gray.pixels.size());
  for (const Edge& edge : edges) {
    for (int r = -radii.most; r <= radii.most; ++r) {
      if (std::abs(r) < radii.least) continue;
      const int x = static_cast<int>(std::lround(edge.x + r * edge.dx));
      const int y = static_cast<int>(std::lround(edge.y + r * edge.dy));
      if (x < 0 || y < 0 || x >= gray.width_px || y >= gray.height_px) continue;
      std::uint16_t& at = votes[PixelIndex(gray, x, y)];
      if (at < 65535) ++at;
    }
  }
  return votes;
}

// The radius around a middle at which most sectors hold an edge that points
// to it or away.
GraySeal RingAround(int x, int y, const Radii& radii,
                    const std::vector<Edge>& edges) {
  std::vector<std::array<bool, kSectors>> seen(
      static_cast<std::size_t>(radii.most + 2));
  for (const Edge& edge : edges) {
    const double dx = edge.x - x;
    const double dy = edge.y - y;
    const double r = std::hypot(dx, dy);
    if (r < radii.least || r > radii.most) continue;
    if (std::abs(dx * edge.dx + dy * edge.dy) < 0.95 * r) continue;
    const auto sector = static_cast<std::size_t>(
        (std::atan2(dy, dx) / (2.0 * std::numbers::pi) + 0.5) *
        (kSectors - 1e-6));
    seen[static_cast<std::size_t>(std::lround(r))][sector] = true;
  }
  GraySeal best;
  best.x_px = x;
  best.y_px = y;
  for (int r = radii.least; r <= radii.most; ++r) {
    int count = 0;
    for (std::size_t i = 0; i < kSectors; ++i) {
      const auto at = static_cast<std::size_t>(r);
      if (seen[at][i] || seen[at - 1][i] || seen[at + 1][i]) ++count;
    }
    const double share = count / double{kSectors};
    // The outermost ring that is nearly as whole as the best.
    if (share < best.certainty - 0.05 || share < kMinRing) continue;
    best.certainty = std::max(best.certainty, share);
    best.radius_px = r;
  }
  return best;
}

int LevelAt(const PageImage& gray, double x, double y) {
  const int px = static_cast<int>(std::lround(x));
  const int py = static_cast<int>(std::lround(y));
  if (px < 0 || py < 0 || px >= gray.width_px || py >= gray.height_px) {
    return 255;
  }
  return gray.pixels[PixelIndex(gray, px, py)];
}

// The darkest level across the ring in each of kDirections that the page
// holds.
std::vector<int> LevelsAround(const GraySeal& seal, const PageImage& gray) {
  std::vector<int> levels;
  for (int i = 0; i < kDirections; ++i) {
    const double c =
        std::cos(2.0 * std::numbers::pi * i / kDirections) * seal.radius_px;
    const double s =
        std::sin(2.0 * std::numbers::pi * i / kDirections) * seal.radius_px;
    const bool on_page = seal.x_px + c >= 0.0 && seal.y_px + s >= 0.0 &&
                         seal.x_px + c < gray.width_px &&
                         seal.y_px + s < gray.height_px;
    if (!on_page) continue;
    int least = 255;
    for (double r = 0.95; r <= 1.05; r += 0.005) {
      least =
          std::min(least, LevelAt(gray, seal.x_px + r * c, seal.y_px + r * s));
    }
    levels.push_back(least);
  }
  return levels;
}

// Of the two measures the one alone would lose pale seals, the other those that
// print crosses.
bool IsSeal(const GraySeal& seal, const PageImage& gray) {
  const std::vector<int> levels = LevelsAround(seal, gray);
  const auto paper = std::count_if(levels.begin(), levels.end(),
                                   [](int level) { return level > kPalest; });
  const auto held = static_cast<double>(levels.size());
  return seal.certainty * kDirections >= kSureRing * held ||
         static_cast<double>(paper) <= kMostPaper * held;
}

// Middle of the darkest levels across the ring, all around, where no print
// crosses it; 0 where it does nearly everywhere, as if the ring were print.
int RingLevel(const GraySeal& seal, const PageImage& gray, int print) {
  std::vector<int> levels = LevelsAround(seal, gray);
  std::erase_if(levels, [print](int level) {
    return level > kPalest || level < print + kMinApart;
  });
  if (static_cast<double>(levels.size()) < kDirections * kMinFree) return 0;
  const auto middle = levels.begin() + static_cast<long>(levels.size() / 2);
  std::nth_element(levels.begin(), middle, levels.end());
  return *middle;
}

}  // namespace

std::vector<GraySeal> FindGraySeals(const PageImage& gray, double dpi) {
  const int factor =
      std::max(1, static_cast<int>(std::lround(dpi / kSmallDpi)));
  const PageImage small = PaleInk(Darkest(gray, factor), PrintLevel(gray));
  const double per_mm = dpi / factor / kMmPerInch;
  const Radii radii = {static_cast<int>(kSealRadiusMm[0] * per_mm),
                       static_cast<int>(std::ceil(kSealRadiusMm[1] * per_mm))};
  const std::vector<Edge> edges = EdgesOf(small);
  std::vector<std::uint16_t> votes = Votes(small, radii, edges);
  std::vector<GraySeal> seals;
  for (std::size_t tries = 0; tries < 3 * kMostSeals; ++tries) {
    const auto top = std::max_element(votes.begin(), votes.end());
    if (top == votes.end() || *top < radii.least) break;
    const auto at = static_cast<int>(top - votes.begin());
    const int x = at % small.width_px;
    const int y = at / small.width_px;
    GraySeal seal = RingAround(x, y, radii, edges);
    const int reach = radii.least / 2;
    for (int ny = std::max(0, y - reach);
         ny < std::min(small.height_px, y + reach); ++ny) {
      for (int nx = std::max(0, x - reach);
           nx < std::min(small.width_px, x + reach); ++nx) {
        votes[PixelIndex(small, nx, ny)] = 0;
      }
    }
    if (seal.certainty < kMinRing) continue;
    seal.x_px = (seal.x_px + 0.5) * factor;
    seal.y_px = (seal.y_px + 0.5) * factor;
    seal.radius_px *= factor;
    if (!IsSeal(seal, gray)) continue;
    seals.push_back(seal);
    if (seals.size() == kMostSeals) break;
  }
  return seals;
}

bool FadeSeal(const GraySeal& seal, PageImage& gray) {
  const int print = PrintLevel(gray);
  const int ring = RingLevel(seal, gray, print);
  if (ring == 0) return false;
  const double paper = print + kPaperFrom * (ring - print);
  const double reach = seal.radius_px * 1.1;
  const int top = std::max(0, static_cast<int>(seal.y_px - reach));
  const int bottom =
      std::min(gray.height_px, static_cast<int>(seal.y_px + reach) + 1);
  const int left = std::max(0, static_cast<int>(seal.x_px - reach));
  const int right =
      std::min(gray.width_px, static_cast<int>(seal.x_px + reach) + 1);
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      if (std::hypot(x - seal.x_px, y - seal.y_px) > reach) continue;
      std::uint8_t& pixel = gray.pixels[PixelIndex(gray, x, y)];
      const double share = (pixel - print) / (paper - print);
      if (share <= 0.0) continue;
      pixel = static_cast<std::uint8_t>(
          std::min(255.0, print + share * (255.0 - print)));
    }
  }
  return true;
}

}  // namespace donthu
