#include "stages/prepare/page_edges.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

#include "stages/prepare/otsu.h"
#include "stages/prepare/raster.h"

namespace donthu {
namespace {

constexpr int kLongSide = 400;  // pixels of the small image
constexpr double kMinApart = 35.0;
constexpr double kMinApartInShade = 15.0;
constexpr double kMinLarger = 1.1;
constexpr double kMinArea = 0.3;
// A side that lies this near the image's edge all along shows no desk.
constexpr double kEdgePx = 2.5;
constexpr double kRightAngleDeg = 14.0;
// Of a side's points, those that lie on one line up to a pixel.
constexpr double kMinOnLine = 0.6;
constexpr double kUpright = 0.004;

struct Small {
  int width = 0;
  int height = 0;
  double step = 1.0;
  std::vector<std::uint8_t> pixels;

  std::uint8_t At(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) *
                      static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

// The brightest of nine pixels spread over the square: print is thin, a desk
// is not.
std::uint8_t Brightest(const PageImage& page, double left, double top,
                       double step) {
  const auto bytes = static_cast<std::size_t>(BytesPerPixel(page.format));
  std::uint8_t most = 0;
  for (int i = 0; i < 9; ++i) {
    const int row = i / 3;
    const int x = std::min(static_cast<int>(left + step * (i % 3 + 0.5) / 3),
                           page.width_px - 1);
    const int y = std::min(static_cast<int>(top + step * (row + 0.5) / 3),
                           page.height_px - 1);
    const std::uint8_t* pixel = &page.pixels[PixelIndex(page, x, y) * bytes];
    most = std::max(most, *std::min_element(pixel, pixel + bytes));
  }
  return most;
}

Small Reduce(const PageImage& page) {
  Small small;
  small.step = std::max(
      1.0, std::max(page.width_px, page.height_px) / double{kLongSide});
  small.width = static_cast<int>(page.width_px / small.step);
  small.height = static_cast<int>(page.height_px / small.step);
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      small.pixels.push_back(
          Brightest(page, x * small.step, y * small.step, small.step));
    }
  }
  return small;
}

using Counts = std::array<double, 256>;

Counts CountsOf(const Small& small) {
  Counts counts{};
  for (const std::uint8_t pixel : small.pixels) counts[pixel] += 1.0;
  return counts;
}

// 0 where sheet and desk differ too little.
int ThresholdOf(const Counts& counts, double min_apart) {
  const Parting parting = PartLevels(counts);
  return parting.apart < min_apart ? 0 : parting.threshold;
}

// The largest bright patch, as a mask.
std::vector<bool> Sheet(const Small& small, int threshold, std::size_t& area) {
  std::vector<int> label(small.pixels.size(), 0);
  std::vector<std::size_t> queue;
  int labels = 0;
  int largest = 0;
  area = 0;
  const auto width = static_cast<std::size_t>(small.width);
  for (std::size_t start = 0; start < label.size(); ++start) {
    if (label[start] != 0 || small.pixels[start] < threshold) continue;
    label[start] = ++labels;
    queue.assign(1, start);
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const std::size_t at = queue[i];
      const auto visit = [&](std::size_t next) {
        if (label[next] != 0 || small.pixels[next] < threshold) return;
        label[next] = labels;
        queue.push_back(next);
      };
      if (at % width != 0) visit(at - 1);
      if (at % width + 1 != width) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at + width < label.size()) visit(at + width);
    }
    if (queue.size() <= area) continue;
    area = queue.size();
    largest = labels;
  }
  std::vector<bool> mask;
  for (const int l : label) mask.push_back(l == largest);
  return mask;
}

// x = slope * y + offset, or the same with x and y exchanged.
struct Line {
  double slope = 0.0;
  double offset = 0.0;
  double share_on = 0.0;
};

// Most points within a pixel, by all pairs of a spread of points, then least
// squares over those.
Line Fit(const std::vector<PointPx>& points) {
  Line best;
  const std::size_t count = points.size();
  if (count < 20) return best;
  const auto on = [](const Line& line, const PointPx& p) {
    return std::abs(line.slope * p.y_px + line.offset - p.x_px) <= 1.2;
  };
  const std::size_t step = std::max<std::size_t>(1, count / 24);
  std::size_t most = 0;
  for (std::size_t i = 0; i < count; i += step) {
    for (std::size_t j = i + step * 4; j < count; j += step) {
      Line line;
      line.slope =
          (points[j].x_px - points[i].x_px) / (points[j].y_px - points[i].y_px);
      line.offset = points[i].x_px - line.slope * points[i].y_px;
      const auto hits = static_cast<std::size_t>(
          std::count_if(points.begin(), points.end(),
                        [&](const PointPx& p) { return on(line, p); }));
      if (hits <= most) continue;
      most = hits;
      best = line;
    }
  }
  double n = 0.0;
  double sx = 0.0;
  double sy = 0.0;
  double syy = 0.0;
  double sxy = 0.0;
  for (const PointPx& p : points) {
    if (!on(best, p)) continue;
    n += 1.0;
    sx += p.x_px;
    sy += p.y_px;
    syy += p.y_px * p.y_px;
    sxy += p.x_px * p.y_px;
  }
  const double determinant = n * syy - sy * sy;
  if (determinant < 1e-9) return {};
  best.slope = (n * sxy - sx * sy) / determinant;
  best.offset = (sx - best.slope * sy) / n;
  best.share_on = n / static_cast<double>(count);
  return best;
}

struct Sides {
  std::vector<PointPx> left;  // x by y
  std::vector<PointPx> right;
  std::vector<PointPx> top;  // x and y exchanged
  std::vector<PointPx> bottom;
};

Sides SidesOf(const Small& small, const std::vector<bool>& mask) {
  Sides sides;
  const auto set = [&](int x, int y) {
    return mask[static_cast<std::size_t>(y) *
                    static_cast<std::size_t>(small.width) +
                static_cast<std::size_t>(x)];
  };
  // Corners are left out: near them a row meets another side.
  const int skip_y = small.height / 8;
  for (int y = skip_y; y < small.height - skip_y; ++y) {
    int first = 0;
    int last = small.width - 1;
    while (first <= last && !set(first, y)) ++first;
    while (last >= first && !set(last, y)) --last;
    if (first > last) continue;
    sides.left.push_back({double{1.0} * first, y + 0.5});
    sides.right.push_back({last + 1.0, y + 0.5});
  }
  const int skip_x = small.width / 8;
  for (int x = skip_x; x < small.width - skip_x; ++x) {
    int first = 0;
    int last = small.height - 1;
    while (first <= last && !set(x, first)) ++first;
    while (last >= first && !set(x, last)) --last;
    if (first > last) continue;
    sides.top.push_back({double{1.0} * first, x + 0.5});
    sides.bottom.push_back({last + 1.0, x + 0.5});
  }
  return sides;
}

// `upright` gives x by y, `level` y by x.
PointPx Crossing(const Line& upright, const Line& level) {
  const double x = (upright.slope * level.offset + upright.offset) /
                   (1.0 - upright.slope * level.slope);
  return {x, level.slope * x + level.offset};
}

double AngleDeg(const PointPx& before, const PointPx& at,
                const PointPx& after) {
  const double one = std::atan2(before.y_px - at.y_px, before.x_px - at.x_px);
  const double two = std::atan2(after.y_px - at.y_px, after.x_px - at.x_px);
  const double apart = std::abs(one - two) * 180.0 / std::numbers::pi;
  return apart > 180.0 ? 360.0 - apart : apart;
}

double Area(const Corners& corners) {
  double twice = 0.0;
  for (std::size_t i = 0; i < 4; ++i) {
    const PointPx& a = corners[i];
    const PointPx& b = corners[(i + 1) % 4];
    twice += a.x_px * b.y_px - b.x_px * a.y_px;
  }
  return twice / 2.0;
}

bool FillsImage(const Corners& corners, const Small& small) {
  const double right = small.width - kEdgePx;
  const double bottom = small.height - kEdgePx;
  return corners[0].x_px < kEdgePx && corners[3].x_px < kEdgePx &&
         corners[1].x_px > right && corners[2].x_px > right &&
         corners[0].y_px < kEdgePx && corners[1].y_px < kEdgePx &&
         corners[2].y_px > bottom && corners[3].y_px > bottom;
}

bool IsSheet(const Corners& corners, const Small& small) {
  if (Area(corners) < kMinArea * small.width * small.height) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const double angle =
        AngleDeg(corners[(i + 3) % 4], corners[i], corners[(i + 1) % 4]);
    if (std::abs(angle - 90.0) > kRightAngleDeg) return false;
  }
  return !FillsImage(corners, small);
}

// How far the sheet's sides are from those of ISO 216, 0: as those.
double OffShape(const Corners& corners) {
  const SheetSides sides = SheetSidesOf(corners);
  return std::abs(std::abs(std::log(sides.across_px / sides.down_px)) -
                  std::log(std::numbers::sqrt2));
}

// Where half of a sheet lies in the shade, its other half may differ more from
// it than it does from the desk, and looks like a sheet of another shape. A
// whole that reaches the image's edge may be desk in the light.
bool IsRestInShade(const Corners& whole, const Corners& bright,
                   const Small& small) {
  const bool inside =
      std::all_of(whole.begin(), whole.end(), [&](const PointPx& corner) {
        return corner.x_px > kEdgePx && corner.y_px > kEdgePx &&
               corner.x_px < small.width - kEdgePx &&
               corner.y_px < small.height - kEdgePx;
      });
  return inside && Area(whole) > kMinLarger * Area(bright) &&
         OffShape(whole) < OffShape(bright);
}

// In pixels of the small image.
std::optional<Corners> SheetFrom(const Small& small, int threshold) {
  std::size_t area = 0;
  const std::vector<bool> mask = Sheet(small, threshold, area);
  if (static_cast<double>(area) <
      kMinArea * static_cast<double>(small.pixels.size())) {
    return std::nullopt;
  }
  const Sides sides = SidesOf(small, mask);
  const Line left = Fit(sides.left);
  const Line right = Fit(sides.right);
  const Line top = Fit(sides.top);
  const Line bottom = Fit(sides.bottom);
  for (const Line& line : {left, right, top, bottom}) {
    if (line.share_on < kMinOnLine) return std::nullopt;
  }
  const Corners corners = {Crossing(left, top), Crossing(right, top),
                           Crossing(right, bottom), Crossing(left, bottom)};
  if (!IsSheet(corners, small)) return std::nullopt;
  return corners;
}

}  // namespace

std::optional<Corners> FindSheet(const PageImage& page) {
  if (page.bilevel || page.width_px < 200 || page.height_px < 200) {
    return std::nullopt;
  }
  const Small small = Reduce(page);
  Counts counts = CountsOf(small);
  const int threshold = ThresholdOf(counts, kMinApart);
  if (threshold == 0) return std::nullopt;
  auto corners = SheetFrom(small, threshold);
  if (!corners) return std::nullopt;
  std::fill(counts.begin() + threshold, counts.end(), 0.0);
  const int shade = ThresholdOf(counts, kMinApartInShade);
  const auto whole = shade == 0 ? std::nullopt : SheetFrom(small, shade);
  if (whole && IsRestInShade(*whole, *corners, small)) corners = whole;
  for (PointPx& corner : *corners) {
    corner.x_px *= small.step;
    corner.y_px *= small.step;
  }
  return corners;
}

bool IsUprightRectangle(const Corners& corners, const PageImage& page) {
  const double most = kUpright * std::max(page.width_px, page.height_px);
  return std::abs(corners[0].x_px - corners[3].x_px) <= most &&
         std::abs(corners[1].x_px - corners[2].x_px) <= most &&
         std::abs(corners[0].y_px - corners[1].y_px) <= most &&
         std::abs(corners[2].y_px - corners[3].y_px) <= most;
}

SheetSides SheetSidesOf(const Corners& corners) {
  const auto side = [&](std::size_t i) {
    const PointPx& a = corners[i];
    const PointPx& b = corners[(i + 1) % 4];
    return std::hypot(a.x_px - b.x_px, a.y_px - b.y_px);
  };
  return {(side(0) + side(2)) / 2.0, (side(1) + side(3)) / 2.0};
}

Homography FromSheet(const Corners& corners, double width, double height) {
  // Heckbert's closed form for the unit square, then scaled.
  const double dx1 = corners[1].x_px - corners[2].x_px;
  const double dx2 = corners[3].x_px - corners[2].x_px;
  const double dy1 = corners[1].y_px - corners[2].y_px;
  const double dy2 = corners[3].y_px - corners[2].y_px;
  const double sx =
      corners[0].x_px - corners[1].x_px + corners[2].x_px - corners[3].x_px;
  const double sy =
      corners[0].y_px - corners[1].y_px + corners[2].y_px - corners[3].y_px;
  const double determinant = dx1 * dy2 - dx2 * dy1;
  const double g = (sx * dy2 - dx2 * sy) / determinant;
  const double h = (dx1 * sy - sx * dy1) / determinant;
  const Homography unit = {
      {corners[1].x_px - corners[0].x_px + g * corners[1].x_px,
       corners[3].x_px - corners[0].x_px + h * corners[3].x_px, corners[0].x_px,
       corners[1].y_px - corners[0].y_px + g * corners[1].y_px,
       corners[3].y_px - corners[0].y_px + h * corners[3].y_px, corners[0].y_px,
       g, h, 1.0}};
  return Compose(unit, {{1.0 / width, 0, 0, 0, 1.0 / height, 0, 0, 0, 1}});
}

}  // namespace donthu
