#include "stages/prepare/curves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "stages/prepare/raster.h"

namespace donthu {
namespace {

// Below these the engine follows lines by itself.
constexpr double kWanderingInches = 0.013;  // a row at the guess's 75 dpi
constexpr double kBendInches = 0.0075;
// Tracing itself is off by 0.005 inches: ascenders pull a line's middle up.
constexpr double kMostLeft = 0.65;  // of what the lines were off
constexpr std::size_t kLeastLines = 5;
constexpr std::size_t kKnots = 16;
constexpr std::size_t kUnknowns = 2 * kKnots;
constexpr double kPointInches = 0.08;  // between the points of a line
constexpr int kRounds = 3;
// Of second differences, against a point's residual in pixels of 300 dpi.
constexpr double kStiffness = 4.0;

using Row = std::array<double, kUnknowns>;

struct System {
  std::array<Row, kUnknowns> squares{};
  Row sides{};

  void Add(const Row& row, double side, double weight) {
    for (std::size_t i = 0; i < kUnknowns; ++i) {
      if (row[i] == 0.0) continue;
      for (std::size_t j = 0; j < kUnknowns; ++j) {
        squares[i][j] += weight * row[i] * row[j];
      }
      sides[i] += weight * row[i] * side;
    }
  }

  // Gauss without pivots: the matrix is positive definite.
  Row Solved() {
    for (std::size_t i = 0; i < kUnknowns; ++i) {
      for (std::size_t r = i + 1; r < kUnknowns; ++r) {
        const double factor = squares[r][i] / squares[i][i];
        if (factor == 0.0) continue;
        for (std::size_t c = i; c < kUnknowns; ++c) {
          squares[r][c] -= factor * squares[i][c];
        }
        sides[r] -= factor * sides[i];
      }
    }
    Row x{};
    for (std::size_t i = kUnknowns; i-- > 0;) {
      double sum = sides[i];
      for (std::size_t c = i + 1; c < kUnknowns; ++c) {
        sum -= squares[i][c] * x[c];
      }
      x[i] = sum / squares[i][i];
    }
    return x;
  }
};

struct Line {
  LineCenters points;
  std::vector<double> weights;
  double level_px = 0.0;  // where it would lie straight
};

std::vector<Line> Thinned(const std::vector<LineCenters>& lines, double dpi) {
  std::vector<Line> thinned;
  for (const LineCenters& points : lines) {
    Line line;
    double next = 0.0;
    for (const PointPx& point : points) {
      if (point.x_px < next) continue;
      next = point.x_px + kPointInches * dpi;
      line.points.push_back(point);
      line.level_px += point.y_px;
    }
    if (line.points.empty()) continue;
    line.level_px /= static_cast<double>(line.points.size());
    line.weights.assign(line.points.size(), 1.0);
    thinned.push_back(std::move(line));
  }
  return thinned;
}

// Shift at the knots, then stretch: what each counts for at `x`. Stretch is
// taken by halves of the page, so that both have one unit.
Row HatsAt(const Curve& curve, double x, double level) {
  Row row{};
  const double at = std::clamp(x / curve.step_px, 0.0, kKnots - 1.001);
  const auto knot = static_cast<std::size_t>(at);
  const double part = at - static_cast<double>(knot);
  const double height = (level - curve.middle_px) / curve.middle_px;
  row[knot] = 1.0 - part;
  row[knot + 1] = part;
  row[kKnots + knot] = (1.0 - part) * height;
  row[kKnots + knot + 1] = part * height;
  return row;
}

// A line may lie anywhere: only what its points differ by counts.
void AddLine(const Curve& curve, const Line& line, System& system) {
  std::vector<Row> rows;
  Row mean{};
  double mean_y = 0.0;
  double sum = 1e-9;
  for (std::size_t i = 0; i < line.points.size(); ++i) {
    rows.push_back(HatsAt(curve, line.points[i].x_px, line.level_px));
    const double weight = line.weights[i];
    for (std::size_t k = 0; k < kUnknowns; ++k) {
      mean[k] += weight * rows.back()[k];
    }
    mean_y += weight * line.points[i].y_px;
    sum += weight;
  }
  for (std::size_t i = 0; i < line.points.size(); ++i) {
    for (std::size_t k = 0; k < kUnknowns; ++k) rows[i][k] -= mean[k] / sum;
    system.Add(rows[i], line.points[i].y_px - mean_y / sum, line.weights[i]);
  }
}

// Smooth, and without preference for a shift or a stretch of all.
void AddStiffness(System& system) {
  for (std::size_t part = 0; part < kUnknowns; part += kKnots) {
    for (std::size_t k = 0; k < kKnots; ++k) {
      Row row{};
      row[part + k] = 1.0;
      system.Add(row, 0.0, 1e-4);
      if (k == 0 || k + 1 == kKnots) continue;
      row[part + k - 1] = -0.5;
      row[part + k + 1] = -0.5;
      system.Add(row, 0.0, kStiffness);
    }
  }
}

// Puts every line where the curve has it; gives the residuals' square mean.
double Settle(const Curve& curve, double tolerance_px,
              std::vector<Line>& lines) {
  double squares = 0.0;
  double count = 1e-9;
  for (Line& line : lines) {
    double level = 0.0;
    double sum = 1e-9;
    std::vector<double> levels;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
      const auto column = ColumnAt(curve, line.points[i].x_px);
      levels.push_back((line.points[i].y_px - column.shift_px +
                        column.stretch * curve.middle_px) /
                       (1.0 + column.stretch));
      level += line.weights[i] * levels.back();
      sum += line.weights[i];
    }
    line.level_px = level / sum;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
      const double off = std::abs(levels[i] - line.level_px);
      line.weights[i] = off <= tolerance_px ? 1.0 : tolerance_px / off;
      squares += line.weights[i] * off * off;
      count += line.weights[i];
    }
  }
  return std::sqrt(squares / count);
}

void Take(const Row& solved, Curve& curve) {
  // As a whole the page stays where it is.
  double shift = 0.0;
  double stretch = 0.0;
  for (std::size_t k = 0; k < kKnots; ++k) {
    shift += solved[k] / kKnots;
    stretch += solved[kKnots + k] / kKnots;
  }
  for (std::size_t k = 0; k < kKnots; ++k) {
    curve.columns[k] = {
        solved[k] - shift,
        std::clamp((solved[kKnots + k] - stretch) / curve.middle_px, -0.4,
                   0.4)};
  }
}

// Each pixel between the two above and below its place on `gray`.
PageImage Straightened(const PageImage& gray, const Curve& curve) {
  const auto width = static_cast<std::size_t>(gray.width_px);
  std::vector<float> starts;
  std::vector<float> slopes;
  for (int x = 0; x < gray.width_px; ++x) {
    const auto column = ColumnAt(curve, x + 0.5);
    slopes.push_back(static_cast<float>(1.0 + column.stretch));
    starts.push_back(static_cast<float>(
        column.shift_px + column.stretch * (0.5 - curve.middle_px)));
  }
  PageImage image = gray;
  const auto last = static_cast<float>(gray.height_px - 1);
  for (int y = 0; y < gray.height_px; ++y) {
    std::uint8_t* out = &image.pixels[PixelIndex(image, 0, y)];
    for (std::size_t x = 0; x < width; ++x) {
      const float from = starts[x] + slopes[x] * static_cast<float>(y);
      if (from < 0.0F || from >= last) {
        out[x] = 255;
        continue;
      }
      const auto row = static_cast<std::size_t>(from);
      const float part = from - static_cast<float>(row);
      const std::uint8_t* at = &gray.pixels[row * width + x];
      out[x] = static_cast<std::uint8_t>(
          static_cast<float>(at[0]) * (1.0F - part) +
          static_cast<float>(at[width]) * part + 0.5F);
    }
  }
  return image;
}

}  // namespace

FittedCurve FitCurve(const std::vector<LineCenters>& lines, int width_px,
                     int height_px, double dpi) {
  FittedCurve fitted;
  Curve& curve = fitted.curve;
  curve.step_px = width_px / (kKnots - 1.0);
  curve.middle_px = height_px / 2.0;
  curve.columns.resize(kKnots);
  std::vector<Line> followed = Thinned(lines, dpi);
  const double tolerance_px = 0.01 * dpi;
  fitted.bend_px = Settle(curve, 1e9, followed);
  for (int round = 0; round < kRounds; ++round) {
    System system;
    for (const Line& line : followed) AddLine(curve, line, system);
    AddStiffness(system);
    Take(system.Solved(), curve);
    fitted.residual_px = Settle(curve, tolerance_px, followed);
  }
  return fitted;
}

std::optional<StraightLines> Straighten(const PageImage& gray, double dpi) {
  if (WanderingInches(gray, dpi) < kWanderingInches) return std::nullopt;
  const std::vector<LineCenters> lines = TraceLines(gray, dpi);
  if (lines.size() < kLeastLines) return std::nullopt;
  FittedCurve fitted = FitCurve(lines, gray.width_px, gray.height_px, dpi);
  if (fitted.residual_px > kMostLeft * fitted.bend_px) return std::nullopt;
  const double explained_px =
      std::sqrt(fitted.bend_px * fitted.bend_px -
                fitted.residual_px * fitted.residual_px);
  if (explained_px < kBendInches * dpi) return std::nullopt;
  PageImage image = Straightened(gray, fitted.curve);
  return StraightLines{std::move(image), std::move(fitted.curve)};
}

}  // namespace donthu
