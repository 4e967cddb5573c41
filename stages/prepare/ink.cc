#include "stages/prepare/ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <utility>

#include "models/paper.h"
#include "stages/prepare/colour.h"
#include "stages/prepare/ink_marks.h"
#include "stages/prepare/raster.h"

namespace donthu {
namespace {

// A page with more of its ink in colour is written in it.
constexpr double kMostShare = 0.55;
// Lower strokes of a pen may be words; a signature is higher.
constexpr double kSignatureMm = 8.0;
// The edges of a stamp's print are paler than a cell that counts.
constexpr int kEdgeCells = 1;
// Black that noise leaves in pure ink, part of the ink.
constexpr double kRemnant = 0.18;
// From the outer edge of a frame to what stands in it.
constexpr double kFrameMm = 2.2;
constexpr std::uint8_t kWhite = 255;
// Nepers in every channel: a fifth of the light of the paper.
constexpr double kHides = 1.6;
// Thin strokes of a machine are paler than the words of the form: on forty
// stamps 3 to 4 gave the most figures.
constexpr double kGain = 3.5;
constexpr double kWhiteFrom = 0.72;
// A stroke of print is twice as many pixels wide at most, at 400 dpi.
constexpr int kFillRounds = 12;

bool TakenOff(const InkPatch& patch, double share, double dpi) {
  if (patch.shape == InkShape::kArea) return false;
  if (IsStamp(patch) || patch.inside) return true;
  if (share > kMostShare || patch.shape == InkShape::kLine) return false;
  return patch.hue == Hue::kRed ||
         patch.box.height_px() * kMmPerInch / dpi >= kSignatureMm;
}

double Dot(const Absorbance& a, const Absorbance& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

// Every pixel of the cells of a patch and of those beside them, once.
template <typename Visit>
void EachPixel(const InkPatch& patch, const PageImage& page, Visit visit) {
  const int columns = (page.width_px + kCellPx - 1) / kCellPx;
  const int rows = (page.height_px + kCellPx - 1) / kCellPx;
  const int left = std::max(patch.box.left_px / kCellPx - kEdgeCells, 0);
  const int top = std::max(patch.box.top_px / kCellPx - kEdgeCells, 0);
  const int width =
      std::min(patch.box.right_px / kCellPx + kEdgeCells + 1, columns) - left;
  const int height =
      std::min(patch.box.bottom_px / kCellPx + kEdgeCells + 1, rows) - top;
  std::vector<bool> wanted(static_cast<std::size_t>(width) *
                           static_cast<std::size_t>(height));
  for (const Cell& cell : patch.cells) {
    for (int y = cell.y - kEdgeCells; y <= cell.y + kEdgeCells; ++y) {
      for (int x = cell.x - kEdgeCells; x <= cell.x + kEdgeCells; ++x) {
        if (x < left || y < top || x >= left + width || y >= top + height) {
          continue;
        }
        wanted[static_cast<std::size_t>(y - top) *
                   static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x - left)] = true;
      }
    }
  }
  for (int y = top * kCellPx;
       y < std::min((top + height) * kCellPx, page.height_px); ++y) {
    for (int x = left * kCellPx;
         x < std::min((left + width) * kCellPx, page.width_px); ++x) {
      if (wanted[static_cast<std::size_t>(y / kCellPx - top) *
                     static_cast<std::size_t>(width) +
                 static_cast<std::size_t>(x / kCellPx - left)]) {
        visit(PixelIndex(page, x, y));
      }
    }
  }
}

// Mean absorbance of the pixels in the patch's hue.
Absorbance InkOf(const InkPatch& patch, const PageImage& rgb,
                 const PaperColour& paper) {
  Absorbance sum = {};
  double count = 0.0;
  EachPixel(patch, rgb, [&](std::size_t i) {
    const std::uint8_t* pixel = &rgb.pixels[i * 3];
    if (paper.HueAt(pixel) != patch.hue) return;
    const Absorbance at = paper.AbsorbanceAt(pixel);
    for (std::size_t c = 0; c < 3; ++c) sum[c] += at[c];
    count += 1.0;
  });
  for (double& part : sum) part /= std::max(count, 1.0);
  return sum;
}

struct Shares {
  double ink = 0.0;    // in strengths of the patch's ink
  double black = 0.0;  // nepers
};

class Unmixer {
 public:
  explicit Unmixer(const Absorbance& ink) : ink_(ink) {
    const double own = Dot(ink, ink);
    const double mixed = ink[0] + ink[1] + ink[2];
    const double determinant = own * 3.0 - mixed * mixed;
    // Gray ink cannot be told from black.
    if (determinant < 1e-3 * own) return;
    scale_ = 1.0 / determinant;
    own_ = own;
    mixed_ = mixed;
  }

  Shares Of(const Absorbance& at) const {
    const double total = at[0] + at[1] + at[2];
    const double along = Dot(at, ink_);
    const double ink = (3.0 * along - mixed_ * total) * scale_;
    const double black = (own_ * total - mixed_ * along) * scale_;
    if (ink <= 0.0) return {0.0, total / 3.0};
    if (black <= 0.0) return {along / std::max(own_, 1e-9), 0.0};
    return {ink, std::max(0.0, black - kRemnant * ink)};
  }

 private:
  Absorbance ink_;
  double own_ = 1.0;
  double mixed_ = 0.0;
  double scale_ = 0.0;
};

// Takes the patch's ink off `gray`.
void TakeOff(const InkPatch& patch, const PageImage& rgb,
             const PaperColour& paper, PageImage& gray) {
  const Unmixer unmixer(InkOf(patch, rgb, paper));
  EachPixel(patch, rgb, [&](std::size_t i) {
    const Shares shares = unmixer.Of(paper.AbsorbanceAt(&rgb.pixels[i * 3]));
    if (shares.ink <= 0.05) return;
    const auto left = static_cast<std::uint8_t>(
        std::lround(kWhite * std::exp(-shares.black)));
    gray.pixels[i] = std::max(gray.pixels[i], left);
  });
}

Homography InFrame(const InkPatch& stamp, double inset_px, SizePx& size) {
  const double c = std::cos(stamp.tilt_deg * std::numbers::pi / 180.0);
  const double s = std::sin(stamp.tilt_deg * std::numbers::pi / 180.0);
  double left = 1e9;
  double top = 1e9;
  double right = -1e9;
  double bottom = -1e9;
  for (const Cell& cell : stamp.cells) {
    const double x = (cell.x + 0.5) * kCellPx;
    const double y = (cell.y + 0.5) * kCellPx;
    left = std::min(left, c * x + s * y);
    right = std::max(right, c * x + s * y);
    top = std::min(top, -s * x + c * y);
    bottom = std::max(bottom, -s * x + c * y);
  }
  left += inset_px;
  top += inset_px;
  size = {std::max(1, static_cast<int>(right - inset_px - left)),
          std::max(1, static_cast<int>(bottom - inset_px - top))};
  return {{c, -s, c * left - s * top, s, c, s * left + c * top, 0, 0, 1}};
}

PageImage GrayCutOut(const PageImage& rgb, const BoxPx& box) {
  PageImage cut;
  cut.width_px = box.width_px();
  cut.height_px = box.height_px();
  cut.pixels.reserve(static_cast<std::size_t>(cut.width_px) *
                     static_cast<std::size_t>(cut.height_px));
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) {
      cut.pixels.push_back(LumaOf(&rgb.pixels[PixelIndex(rgb, x, y) * 3]));
    }
  }
  return cut;
}

double LeastOf(const Absorbance& at) { return std::min({at[0], at[1], at[2]}); }

// What is coloured, the darker the more: print absorbs alike in all channels,
// so that the difference between them is the ink's, over print, too.
PageImage ColourOf(const PageImage& rgb, const BoxPx& box,
                   const PaperColour& paper) {
  PageImage cut;
  cut.width_px = box.width_px();
  cut.height_px = box.height_px();
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) {
      const Absorbance at =
          paper.AbsorbanceAt(&rgb.pixels[PixelIndex(rgb, x, y) * 3]);
      const double ink = std::max({at[0], at[1], at[2]}) - LeastOf(at);
      cut.pixels.push_back(static_cast<std::uint8_t>(
          std::lround(kWhite * std::exp(-kGain * ink))));
    }
  }
  return cut;
}

// Where print is so black that nothing shows what is stamped.
std::vector<bool> Hidden(const PageImage& rgb, const BoxPx& box,
                         const PaperColour& paper) {
  std::vector<bool> hidden;
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    for (int x = box.left_px; x < box.right_px; ++x) {
      const Absorbance at =
          paper.AbsorbanceAt(&rgb.pixels[PixelIndex(rgb, x, y) * 3]);
      hidden.push_back(LeastOf(at) > kHides);
    }
  }
  return hidden;
}

// Fills what is hidden from its rim inwards: each pixel becomes the mean of
// those of its eight neighbours that are known.
void FillIn(std::vector<bool> hidden, PageImage& cut) {
  const auto width = static_cast<std::ptrdiff_t>(cut.width_px);
  for (int round = 0; round < kFillRounds; ++round) {
    const std::vector<bool> before = hidden;
    const std::vector<std::uint8_t> pixels = cut.pixels;
    for (int y = 1; y + 1 < cut.height_px; ++y) {
      for (int x = 1; x + 1 < cut.width_px; ++x) {
        const std::size_t at = PixelIndex(cut, x, y);
        if (!before[at]) continue;
        int sum = 0;
        int count = 0;
        for (const std::ptrdiff_t step :
             {-width - 1, -width, -width + 1, std::ptrdiff_t{-1},
              std::ptrdiff_t{1}, width - 1, width, width + 1}) {
          const auto next =
              static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + step);
          if (before[next]) continue;
          sum += pixels[next];
          ++count;
        }
        if (count == 0) continue;
        cut.pixels[at] = static_cast<std::uint8_t>(sum / count);
        hidden[at] = false;
      }
    }
  }
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    if (hidden[i]) cut.pixels[i] = kWhite;
  }
}

// From the darkest hundredth, black, to most of the way to paper, white.
void Stretch(PageImage& gray) {
  std::vector<std::uint8_t> sorted = gray.pixels;
  std::sort(sorted.begin(), sorted.end());
  if (sorted.empty()) return;
  const int low = sorted[sorted.size() / 100];
  const int paper = sorted[sorted.size() / 2];
  const int high = low + static_cast<int>((paper - low) * kWhiteFrom);
  if (high <= low) return;
  for (std::uint8_t& pixel : gray.pixels) {
    pixel = static_cast<std::uint8_t>(
        std::clamp((pixel - low) * 255 / (high - low), 0, 255));
  }
}

PageImage AsImage(const std::vector<bool>& hidden, const PageImage& cut) {
  PageImage image;
  image.width_px = cut.width_px;
  image.height_px = cut.height_px;
  for (const bool is : hidden) image.pixels.push_back(is ? 0 : kWhite);
  return image;
}

// What stands within the frame, level.
PageImage Inside(const InkPatch& stamp, const PageImage& cut, double dpi) {
  SizePx size;
  Homography to_page = InFrame(stamp, kFrameMm / kMmPerInch * dpi, size);
  to_page.m[2] -= stamp.box.left_px;
  to_page.m[5] -= stamp.box.top_px;
  PageImage inside = Warped(cut, to_page, size);
  inside.dpi_x = inside.dpi_y = dpi;
  return inside;
}

InkLayer LayerOf(const InkPatch& patch) {
  InkLayer layer;
  layer.mark.color = ToString(patch.hue);
  layer.mark.box = patch.box;
  switch (patch.shape) {
    case InkShape::kRound:
      layer.mark.kind = "seal";
      layer.mark.shape = "round";
      layer.mark.confidence = patch.certainty;
      break;
    case InkShape::kRectangle:
      layer.mark.kind = "stamp";
      layer.mark.shape = "rectangle";
      layer.mark.confidence = patch.certainty;
      break;
    default:
      layer.mark.kind = patch.hue == Hue::kRed ? "stamp" : "pen";
      layer.mark.shape = "irregular";
  }
  return layer;
}

}  // namespace

PartedInk PartInk(const PageImage& rgb, double dpi) {
  PartedInk parted;
  parted.gray = GrayReduced(rgb, 1);
  const PaperColour paper = PaperColour::Of(rgb);
  const ColouredInk found = FindColouredInk(rgb, paper, dpi);
  for (const InkPatch& patch : found.patches) {
    if (!TakenOff(patch, found.share, dpi)) continue;
    InkLayer layer = LayerOf(patch);
    if (patch.shape == InkShape::kRectangle) {
      layer.all = Inside(patch, GrayCutOut(rgb, patch.box), dpi);
      Stretch(layer.all);
      PageImage cut = ColourOf(rgb, patch.box, paper);
      const std::vector<bool> hidden = Hidden(rgb, patch.box, paper);
      layer.hidden = Inside(patch, AsImage(hidden, cut), dpi);
      FillIn(hidden, cut);
      layer.coloured = Inside(patch, cut, dpi);
      Stretch(layer.coloured);
    }
    TakeOff(patch, rgb, paper, parted.gray);
    if (!patch.inside) parted.marks.push_back(std::move(layer));
  }
  return parted;
}

}  // namespace donthu
