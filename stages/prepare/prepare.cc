#include "stages/prepare/prepare.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include "models/paper.h"
#include "stages/prepare/black_frames.h"
#include "stages/prepare/black_seal.h"
#include "stages/prepare/curves.h"
#include "stages/prepare/gray_seal.h"
#include "stages/prepare/ink.h"
#include "stages/prepare/light.h"
#include "stages/prepare/page_edges.h"
#include "stages/prepare/print_rules.h"
#include "stages/prepare/raster.h"
#include "stages/prepare/skew.h"
#include "stages/prepare/tables.h"

namespace donthu {
namespace {

constexpr double kBestDpi = 300.0;
constexpr double kReduceAboveDpi = 400.0;
constexpr double kEnlargeBelowDpi = 120.0;
// Coarser scans smear the colours of ink and print into each other.
constexpr double kColourDpi = 90.0;
constexpr double kSquareTolerance = 0.01;
// What is left below this is as much as is promised, and harms no reading.
constexpr double kMinSkewDeg = 0.2;
// Below this, blending blurs more than the turn helps the engine: on eleven
// pages 107 characters were misread as they lay, 113 blended, 107 unblended.
constexpr double kBlendFromDeg = 0.3;
// Of a scan in black and white: one pixel in a thousand may differ more than
// this between its channels; looked at is one in seven.
constexpr int kNeutralChroma = 16;
constexpr std::size_t kNeutralOf = 1000;
constexpr std::size_t kNeutralStep = 7;
constexpr double kMinSkewConfidence = 3.0;
// A fax of lines left out is 4 times as fine across as down; a file that
// claims more than this is not believed, nor may it grow beyond memory.
constexpr double kMostStretch = 8.0;
constexpr double kMostPixels = 1e9;

Homography Scale(double across, double down) {
  return {{across, 0, 0, 0, down, 0, 0, 0, 1}};
}

Homography Shift(double across, double down) {
  return {{1, 0, across, 0, 1, down, 0, 0, 1}};
}

// Clockwise as seen, since y points down.
Homography Rotation(double clockwise_deg) {
  const double c = std::cos(clockwise_deg * std::numbers::pi / 180.0);
  const double s = std::sin(clockwise_deg * std::numbers::pi / 180.0);
  return {{c, -s, 0, s, c, 0, 0, 0, 1}};
}

// From places on the turned image back to those of one of `width` x `height`.
Homography TurnBack(int rotation_deg, double width, double height) {
  switch (rotation_deg) {
    case 90:
      return {{0, 1, 0, -1, 0, height, 0, 0, 1}};
    case 180:
      return {{-1, 0, width, 0, -1, height, 0, 0, 1}};
    case 270:
      return {{0, -1, width, 1, 0, 0, 0, 0, 1}};
    default:
      return {};
  }
}

bool Consistent(const PageImage& page) {
  return page.width_px > 0 && page.height_px > 0 &&
         page.pixels.size() ==
             static_cast<std::size_t>(page.width_px) *
                 static_cast<std::size_t>(page.height_px) *
                 static_cast<std::size_t>(BytesPerPixel(page.format));
}

int ReductionOf(const PageImage& page) {
  if (EffectiveDpi(page) <= kReduceAboveDpi) return 1;
  const double least =
      page.dpi_y > 0.0 ? std::min(page.dpi_x, page.dpi_y) : EffectiveDpi(page);
  const int factor = static_cast<int>(std::lround(least / kBestDpi));
  // At least a pixel is left of the shorter side.
  return std::clamp(factor, 1, std::min(page.width_px, page.height_px));
}

// What is reduced has levels of gray, be it of one bit before.
bool HasNoGray(const PageImage& page) {
  return page.bilevel && ReductionOf(page) == 1;
}

// Many a machine saves what it scans in black and white as a colour image.
bool IsNeutral(const PageImage& page) {
  if (page.format == PixelFormat::kGray8) return true;
  std::size_t seen = 0;
  std::size_t coloured = 0;
  for (std::size_t i = 0; i + 2 < page.pixels.size(); i += 3 * kNeutralStep) {
    const auto [least, most] =
        std::minmax({page.pixels[i], page.pixels[i + 1], page.pixels[i + 2]});
    ++seen;
    if (most - least > kNeutralChroma) ++coloured;
  }
  return coloured * kNeutralOf <= seen;
}

bool IsSquare(const PageImage& page) {
  return std::abs(page.dpi_x - page.dpi_y) <= kSquareTolerance * page.dpi_y;
}

// How much wider and higher the turned image becomes to be square.
struct Stretch {
  double across = 1.0;
  double down = 1.0;
};

Stretch StretchOf(const PageImage& turned) {
  Stretch stretch;
  if (turned.dpi_x > 0.0 && turned.dpi_y > 0.0) {
    const double ratio = turned.dpi_x / turned.dpi_y;
    if (ratio > 1.0 + kSquareTolerance) stretch.down = ratio;
    if (ratio < 1.0 - kSquareTolerance) stretch.across = 1.0 / ratio;
  }
  if (stretch.across * stretch.down > kMostStretch) stretch = {};
  if (EffectiveDpi(turned) < kEnlargeBelowDpi) {
    stretch.across *= 2.0;
    stretch.down *= 2.0;
  }
  const double pixels = double{1.0} * turned.width_px * turned.height_px;
  return pixels * stretch.across * stretch.down > kMostPixels ? Stretch{}
                                                              : stretch;
}

double SureAngle(const Skew& skew) {
  const bool sure = skew.lines_run != LinesRun::kDown &&
                    (skew.confidence >= kMinSkewConfidence ||
                     skew.lines_run == LinesRun::kAcross) &&
                    std::abs(skew.angle_deg) >= kMinSkewDeg;
  return sure ? skew.angle_deg : 0.0;
}

// Size of the smallest level box around a page turned by `angle_deg`.
SizePx BoundsOf(double width, double height, double angle_deg) {
  const double c = std::cos(angle_deg * std::numbers::pi / 180.0);
  const double s = std::abs(std::sin(angle_deg * std::numbers::pi / 180.0));
  return {static_cast<int>(std::lround(width * c + height * s)),
          static_cast<int>(std::lround(width * s + height * c))};
}

// Stretches and levels `turned` in one resampling; gives the way back.
Homography Resample(const Stretch& stretch, double skew_deg,
                    PageImage& turned) {
  const double width = turned.width_px * stretch.across;
  const double height = turned.height_px * stretch.down;
  const SizePx size = BoundsOf(width, height, skew_deg);
  Homography back = Shift(-size.width_px / 2.0, -size.height_px / 2.0);
  back = Compose(Rotation(skew_deg), back);
  back = Compose(Shift(width / 2.0, height / 2.0), back);
  back = Compose(Scale(1.0 / stretch.across, 1.0 / stretch.down), back);
  const bool slight = stretch.across == 1.0 && stretch.down == 1.0 &&
                      std::abs(skew_deg) < kBlendFromDeg;
  PageImage image = Warped(turned, back, size,
                           slight ? Sampling::kNearest : Sampling::kBilinear);
  image.dpi_x = turned.dpi_x * stretch.across;
  image.dpi_y = turned.dpi_y * stretch.down;
  turned = std::move(image);
  return back;
}

PartedInk Parted(const PageImage& page, int factor) {
  const double dpi = EffectiveDpi(page) / factor;
  if (page.format == PixelFormat::kGray8 || dpi < kColourDpi) {
    return {GrayReduced(page, factor), {}};
  }
  return factor == 1 ? PartInk(page, dpi)
                     : PartInk(ColourReduced(page, factor), dpi);
}

InkLayer LayerOf(const GraySeal& seal) {
  InkLayer layer;
  layer.mark.kind = "seal";
  layer.mark.shape = "round";
  layer.mark.color = "black";
  layer.mark.confidence = seal.certainty;
  layer.mark.box = {static_cast<int>(seal.x_px - seal.radius_px),
                    static_cast<int>(seal.y_px - seal.radius_px),
                    static_cast<int>(seal.x_px + seal.radius_px),
                    static_cast<int>(seal.y_px + seal.radius_px)};
  return layer;
}

// Seals that a scan's levels of gray tell from print; their places in `gray`.
std::vector<InkLayer> FadeSeals(double dpi, PageImage& gray) {
  std::vector<InkLayer> layers;
  for (const GraySeal& seal : FindGraySeals(gray, dpi)) {
    if (FadeSeal(seal, gray)) layers.push_back(LayerOf(seal));
  }
  return layers;
}

// Those that their shape alone tells; resolutions unlike across and down hide
// it.
std::vector<InkLayer> LiftSeals(const PageImage& page, double dpi,
                                PageImage& gray) {
  std::vector<InkLayer> layers;
  if (!IsSquare(page)) return layers;
  for (const GraySeal& seal : FindBlackSeals(gray, dpi)) {
    LiftSeal(seal, dpi, gray);
    layers.push_back(LayerOf(seal));
  }
  return layers;
}

// Over a seal in one bit the engine reads nothing at all, so that a reading
// does not tell whether it is worth looking.
void TakeOffSeals(const Prepare::Input& input, double dpi, PartedInk& parted) {
  if (HasNoGray(input.page)) {
    parted.marks = LiftSeals(input.page, dpi, parted.gray);
  } else if (input.effort == Effort::kThorough && GainsByEffort(input.page)) {
    parted.marks = FadeSeals(dpi, parted.gray);
    if (parted.marks.empty()) {
      parted.marks = LiftSeals(input.page, dpi, parted.gray);
    }
  }
}

// What lies outside the sheet becomes white.
void Whiten(const Corners& corners, PageImage& gray) {
  const int left =
      static_cast<int>(std::ceil(std::max(corners[0].x_px, corners[3].x_px)));
  const int right =
      static_cast<int>(std::min(corners[1].x_px, corners[2].x_px));
  const int top =
      static_cast<int>(std::ceil(std::max(corners[0].y_px, corners[1].y_px)));
  const int bottom =
      static_cast<int>(std::min(corners[2].y_px, corners[3].y_px));
  auto pixel = gray.pixels.begin();
  for (int y = 0; y < gray.height_px; ++y) {
    for (int x = 0; x < gray.width_px; ++x, ++pixel) {
      if (x < left || x >= right || y < top || y >= bottom) *pixel = 255;
    }
  }
}

// Leaves the sheet of a photograph alone, flat; gives the way back to `gray`
// as it was.
Homography Flatten(const PageImage& page, int factor, PageImage& gray) {
  auto corners = FindSheet(page);
  if (!corners) return {};
  for (PointPx& corner : *corners) {
    corner.x_px /= factor;
    corner.y_px /= factor;
  }
  if (IsUprightRectangle(*corners, gray)) {
    Whiten(*corners, gray);
    return {};
  }
  const SheetSides sides = SheetSidesOf(*corners);
  const SizePx size = {static_cast<int>(std::lround(sides.across_px)),
                       static_cast<int>(std::lround(sides.down_px))};
  const Homography back = FromSheet(*corners, size.width_px, size.height_px);
  PageImage flat = Warped(gray, back, size);
  flat.dpi_x = gray.dpi_x;
  flat.dpi_y = gray.dpi_y;
  gray = std::move(flat);
  return back;
}

// From where they were found to where they lie on the clean page. What lies
// for the greater part outside is the desk's.
void PlaceMarks(const Homography& place, CleanPage& clean) {
  const BoxPx all = {0, 0, clean.image.width_px, clean.image.height_px};
  std::erase_if(clean.marks, [&](InkLayer& layer) {
    const BoxPx whole = BoxAround(place, layer.mark.box);
    layer.mark.box = Intersection(whole, all);
    return layer.mark.box.empty() ||
           2 * layer.mark.box.width_px() < whole.width_px() ||
           2 * layer.mark.box.height_px() < whole.height_px();
  });
}

// Frames stay on the page: what stands in them may be the letter's.
void AddBlackFrames(const PrintRules& rules, double dpi, CleanPage& clean) {
  for (const BlackFrame& frame :
       FindBlackFrames(rules, clean.image.height_px, dpi)) {
    InkLayer layer;
    layer.mark.kind = "stamp";
    layer.mark.shape = "rectangle";
    layer.mark.color = "black";
    layer.mark.confidence = frame.certainty;
    layer.mark.box = frame.box;
    layer.all = CutOut(clean.image, frame.box);
    clean.marks.push_back(std::move(layer));
  }
}

void AddRuled(CleanPage& clean) {
  const double dpi = EffectiveDpi(clean.image);
  const PrintRules rules = FindPrintRules(clean.image, dpi);
  AddBlackFrames(rules, dpi, clean);
  clean.tables = FindTables(
      clean.straight ? FindPrintRules(clean.straight->image, dpi) : rules, dpi);
}

CleanPage Clean(const Prepare::Input& input) {
  const PageImage& page = input.page;
  const int rotation_deg = input.rotation_deg;
  CleanPage clean;
  clean.rotation_deg = rotation_deg;
  const int factor = ReductionOf(page);
  PartedInk parted = Parted(page, factor);
  PageImage& gray = parted.gray;
  TakeOffSeals(input, EffectiveDpi(page) / factor, parted);
  const Homography flat = Flatten(page, factor, gray);
  const double dpi = EffectiveDpi(gray);
  gray = EvenLight(std::move(gray), dpi);
  clean.to_source =
      Compose(Compose(Scale(factor, factor), flat),
              TurnBack(rotation_deg, gray.width_px, gray.height_px));
  clean.image = Turned(std::move(gray), rotation_deg);
  const Stretch stretch = StretchOf(clean.image);
  const Skew skew = FindSkew(clean.image, stretch.down / stretch.across);
  clean.lines_run = skew.lines_run;
  clean.skew_deg = SureAngle(skew);
  if (clean.skew_deg != 0.0 || stretch.across != 1.0 || stretch.down != 1.0) {
    const Homography back = Resample(stretch, clean.skew_deg, clean.image);
    clean.to_source = Compose(clean.to_source, back);
  }
  if (clean.lines_run != LinesRun::kDown) {
    clean.straight = Straighten(clean.image, EffectiveDpi(clean.image));
  }
  clean.marks = std::move(parted.marks);
  PlaceMarks(Compose(Inverse(clean.to_source), Scale(factor, factor)), clean);
  if (clean.lines_run != LinesRun::kDown) AddRuled(clean);
  return clean;
}

}  // namespace

bool GainsByEffort(const PageImage& page) {
  return IsNeutral(page) && !HasNoGray(page);
}

Result<CleanPage> Prepare::Run(Input input) const {
  if (!Consistent(input.page)) {
    return Fail(ErrorCode::kImageUnreadable, "page image",
                "The size of the page and the number of its pixels disagree.");
  }
  const int turn = input.rotation_deg;
  if (turn != 0 && turn != 90 && turn != 180 && turn != 270) {
    return Fail(ErrorCode::kInternal, "prepare",
                "A page can be turned by quarters only.");
  }
  return Clean(input);
}

}  // namespace donthu
