#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "models/paper.h"
#include "samples/conditions/raster.h"
#include "samples/conditions/scan.h"

namespace donthu::samples {
namespace {

constexpr double kStepPx = 4.0;
constexpr double kPxPerMm = 300.0 / kMmPerInch;

// The angle at which the sheet goes down, by column, in radians.
using SlopeAt = std::vector<double>;

std::size_t Columns(const PageImage& sheet) {
  return static_cast<std::size_t>(std::ceil(sheet.width_px / kStepPx)) + 1;
}

// Steepest at the spine, on the left, and flat 10 to 15 cm from it.
SlopeAt TowardsSpine(const PageImage& sheet, Rng rng) {
  const double steepest = rng.Between(30.0, 50.0) * std::numbers::pi / 180.0;
  const double reach = rng.Between(24.0, 42.0) * kPxPerMm;
  SlopeAt slopes;
  for (std::size_t i = 0; i < Columns(sheet); ++i) {
    const double u = static_cast<double>(i) * kStepPx / reach;
    slopes.push_back(-steepest * std::exp(-u));
  }
  return slopes;
}

// A page that was folded once and lies wavy.
SlopeAt InWaves(const PageImage& sheet, Rng rng) {
  const double steepest = rng.Between(8.0, 16.0) * std::numbers::pi / 180.0;
  const double length = sheet.width_px * rng.Between(0.6, 1.1);
  const double phase = rng.Between(0.0, 2.0 * std::numbers::pi);
  SlopeAt slopes;
  for (std::size_t i = 0; i < Columns(sheet); ++i) {
    const double u = static_cast<double>(i) * kStepPx / length;
    slopes.push_back(steepest * std::sin(2.0 * std::numbers::pi * u + phase));
  }
  return slopes;
}

// Lies in the plane with its right edge and its highest point.
Bend BendOf(const PageImage& sheet, const SlopeAt& slopes, Rng rng) {
  Bend bend;
  bend.step_px = kStepPx;
  bend.section.resize(slopes.size());
  PointPx at = {(static_cast<double>(slopes.size()) - 1.0) * kStepPx, 0.0};
  double highest = 0.0;
  for (std::size_t i = slopes.size(); i-- > 0;) {
    bend.section[i] = at;
    highest = std::min(highest, at.y_px);
    at.x_px -= std::cos(slopes[i]) * kStepPx;
    at.y_px -= std::sin(slopes[i]) * kStepPx;
  }
  for (PointPx& point : bend.section) point.y_px -= highest;
  bend.eye = {sheet.width_px * rng.Between(0.4, 0.6),
              sheet.height_px * rng.Between(0.4, 0.6)};
  bend.camera_px = rng.Between(320.0, 480.0) * kPxPerMm;
  return bend;
}

Bend Mirrored(Bend bend, double width) {
  const double end =
      (static_cast<double>(bend.section.size()) - 1.0) * bend.step_px;
  std::reverse(bend.section.begin(), bend.section.end());
  for (PointPx& point : bend.section) point.x_px = end - point.x_px;
  bend.eye.x_px = width - bend.eye.x_px;
  return bend;
}

// Less light reaches what lies deep and what is turned away from it.
double LightOn(const BentColumn& column) {
  const double turned =
      std::sqrt(std::max(0.0, 1.0 - column.slope * column.slope));
  return (0.35 + 0.65 * turned) / (1.0 + column.depth_px / (90.0 * kPxPerMm));
}

// For each column of the picture the column of the sheet; those that show
// none lie outside of it.
std::vector<BentColumn> ColumnsSeen(const PageImage& sheet, const Bend& bend) {
  std::vector<BentColumn> seen;
  double at = 0.0;
  for (int x = 0; x < sheet.width_px; ++x) {
    while (at < sheet.width_px && ColumnOfSheet(bend, at).seen_x_px < x + 0.5) {
      at += 0.125;
    }
    BentColumn column = ColumnOfSheet(bend, at);
    if (std::abs(column.seen_x_px - x - 0.5) > 1.0) column.sheet_x_px = -1.0;
    seen.push_back(column);
  }
  return seen;
}

double SampleAt(const PageImage& gray, double u, double v) {
  if (u < 0 || v < 0 || u >= gray.width_px - 1 || v >= gray.height_px - 1) {
    return 255.0;
  }
  const auto width = static_cast<std::size_t>(gray.width_px);
  const auto i = static_cast<std::size_t>(u);
  const auto j = static_cast<std::size_t>(v);
  const double s = u - static_cast<double>(i);
  const double t = v - static_cast<double>(j);
  const std::uint8_t* at = &gray.pixels[j * width + i];
  return (at[0] * (1 - s) + at[1] * s) * (1 - t) +
         (at[width] * (1 - s) + at[width + 1] * s) * t;
}

PageImage Seen(const PageImage& gray, const Bend& bend) {
  constexpr double kGutter = 60.0;  // gray level beyond the spine
  const std::vector<BentColumn> columns = ColumnsSeen(gray, bend);
  PageImage image = gray;
  std::uint8_t* sample = image.pixels.data();
  for (int y = 0; y < gray.height_px; ++y) {
    for (const BentColumn& column : columns) {
      const double v =
          bend.eye.y_px + (y + 0.5 - bend.eye.y_px) / column.shrink - 0.5;
      const double paper = SampleAt(gray, column.sheet_x_px - 0.5, v);
      *sample++ = column.sheet_x_px < 0.0 ? Clamped(kGutter)
                                          : Clamped(paper * LightOn(column));
    }
  }
  return image;
}

}  // namespace

Scan ScanBound(const PageImage& sheet, Rng rng) {
  PageImage gray = ToGray(sheet);
  Blur(gray, rng.Between(0.4, 0.7));
  const bool wavy = rng.Chance(0.3);
  const SlopeAt slopes = wavy ? InWaves(sheet, rng.Fork("waves"))
                              : TowardsSpine(sheet, rng.Fork("spine"));
  Bend bend = BendOf(sheet, slopes, rng.Fork("camera"));
  // The right page of a book has its spine on the left.
  if (rng.Chance(0.5)) bend = Mirrored(std::move(bend), sheet.width_px);
  Scan scan;
  scan.image = Seen(gray, bend);
  AddGrain(scan.image, rng.Next(), 4.0);
  scan.bend = std::move(bend);
  return scan;
}

}  // namespace donthu::samples
