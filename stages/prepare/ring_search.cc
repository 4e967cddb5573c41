#include "stages/prepare/ring_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "models/paper.h"
#include "stages/prepare/raster.h"

namespace donthu {
namespace {

constexpr double kSmallDpi = 75.0;
constexpr int kInkBelow = 205;  // a fifth of a square is ink
constexpr int kCircleSteps = 48;
constexpr int kBetweenMiddles = 3;  // between middles, in squares
constexpr double kRadiusStepMm = 0.5;
constexpr std::size_t kOutside = 3;  // steps of the radius
constexpr int kMinOnPage = 20;       // of the directions
// Print comes to 0.42 on pages of letters.
constexpr double kLeastCertainty = 0.5;
constexpr double kApartMm = 7.0;

// Ink in a square or one of its neighbours.
class InkMap {
 public:
  explicit InkMap(const PageImage& small)
      : width_(small.width_px),
        height_(small.height_px),
        ink_(small.pixels.size()) {
    for (int y = 0; y < height_; ++y) {
      for (int x = 0; x < width_; ++x) {
        if (small.pixels[PixelIndex(small, x, y)] >= kInkBelow) continue;
        for (int ny = std::max(0, y - 1); ny <= std::min(height_ - 1, y + 1);
             ++ny) {
          for (int nx = std::max(0, x - 1); nx <= std::min(width_ - 1, x + 1);
               ++nx) {
            ink_[PixelIndex(small, nx, ny)] = 1;
          }
        }
      }
    }
  }

  bool Holds(int x, int y) const {
    return x >= 0 && y >= 0 && x < width_ && y < height_;
  }
  int At(int x, int y) const {
    return ink_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                static_cast<std::size_t>(x)];
  }
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  int width_;
  int height_;
  std::vector<std::uint8_t> ink_;
};

struct Offset {
  int x = 0;
  int y = 0;
};
using Circle = std::array<Offset, kCircleSteps>;

Circle CircleOf(double radius_px) {
  Circle circle;
  for (int i = 0; i < kCircleSteps; ++i) {
    const double angle = 2 * std::numbers::pi * i / kCircleSteps;
    circle[static_cast<std::size_t>(i)] = {
        static_cast<int>(std::lround(radius_px * std::cos(angle))),
        static_cast<int>(std::lround(radius_px * std::sin(angle)))};
  }
  return circle;
}

// Part of the directions on the page with ink; 0 where too few are.
double Cover(const InkMap& ink, int x, int y, const Circle& circle) {
  int on_page = 0;
  int inked = 0;
  for (const Offset& offset : circle) {
    if (!ink.Holds(x + offset.x, y + offset.y)) continue;
    ++on_page;
    inked += ink.At(x + offset.x, y + offset.y);
  }
  return on_page < kMinOnPage ? 0.0 : static_cast<double>(inked) / on_page;
}

// The likeliest that are no neighbours of likelier ones.
std::vector<GraySeal> Apart(std::vector<GraySeal> found, double apart_px,
                            std::size_t most) {
  std::stable_sort(found.begin(), found.end(),
                   [](const GraySeal& a, const GraySeal& b) {
                     return a.certainty > b.certainty;
                   });
  std::vector<GraySeal> kept;
  for (const GraySeal& ring : found) {
    if (kept.size() == most) break;
    const bool near =
        std::any_of(kept.begin(), kept.end(), [&](const GraySeal& other) {
          return std::hypot(ring.x_px - other.x_px, ring.y_px - other.y_px) <
                 apart_px;
        });
    if (!near) kept.push_back(ring);
  }
  return kept;
}

}  // namespace

std::vector<GraySeal> SearchRings(const PageImage& gray, double dpi,
                                  const double (&radii_mm)[2],
                                  std::size_t most) {
  const int factor =
      std::max(1, static_cast<int>(std::lround(dpi / kSmallDpi)));
  const InkMap ink(GrayReduced(gray, factor));
  const double per_mm = dpi / factor / kMmPerInch;
  std::vector<Circle> circles;
  for (double mm = radii_mm[0]; mm <= radii_mm[1] + kOutside * kRadiusStepMm;
       mm += kRadiusStepMm) {
    circles.push_back(CircleOf(mm * per_mm));
  }
  std::vector<GraySeal> found;
  std::vector<double> covers(circles.size());
  for (int y = 0; y < ink.height(); y += kBetweenMiddles) {
    for (int x = 0; x < ink.width(); x += kBetweenMiddles) {
      for (std::size_t i = 0; i < circles.size(); ++i) {
        covers[i] = Cover(ink, x, y, circles[i]);
      }
      GraySeal best;
      for (std::size_t i = 0; i + kOutside < circles.size(); ++i) {
        const double contrast = covers[i] - covers[i + kOutside];
        if (contrast <= best.certainty) continue;
        best.certainty = contrast;
        best.radius_px =
            (radii_mm[0] + static_cast<double>(i) * kRadiusStepMm) * dpi /
            kMmPerInch;
      }
      if (best.certainty < kLeastCertainty) continue;
      best.x_px = (x + 0.5) * factor;
      best.y_px = (y + 0.5) * factor;
      found.push_back(best);
    }
  }
  return Apart(std::move(found), kApartMm / kMmPerInch * dpi, most);
}

}  // namespace donthu
