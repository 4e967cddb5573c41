#include "stages/prepare/colour.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stages/prepare/raster.h"

namespace donthu {
namespace {

// One pixel in this many rows and columns tells what the paper looks like.
constexpr int kSampleStep = 8;
// Less than this between channels is noise of a scanner or JPEG.
constexpr int kMinChroma = 30;
// Part of the brightest channel that the darkest must fall short of it.
constexpr double kMinSaturation = 0.16;
// Bounds of the hues in degrees of the colour circle: what lies between red
// and green is rust, stains and old paper.
constexpr double kRedUntil = 22.0;
constexpr double kGreenFrom = 80.0;
constexpr double kBlueFrom = 185.0;
constexpr double kRedFrom = 308.0;

template <typename Visit>
void Sampled(const PageImage& rgb, Visit visit) {
  for (int y = 0; y < rgb.height_px; y += kSampleStep) {
    for (int x = 0; x < rgb.width_px; x += kSampleStep) {
      visit(&rgb.pixels[(static_cast<std::size_t>(y) *
                             static_cast<std::size_t>(rgb.width_px) +
                         static_cast<std::size_t>(x)) *
                        3]);
    }
  }
}

int Median(std::array<int, 256> counts) {
  long total = 0;
  for (const int count : counts) total += count;
  long seen = 0;
  for (int i = 0; i < 256; ++i) {
    seen += counts[static_cast<std::size_t>(i)];
    if (2 * seen >= total) return i;
  }
  return 255;
}

std::array<int, 3> Paper(const PageImage& rgb) {
  std::array<int, 256> lumas{};
  Sampled(rgb, [&](const std::uint8_t* pixel) {
    ++lumas[static_cast<std::size_t>(LumaOf(pixel))];
  });
  const int middle = Median(lumas);
  std::array<std::array<int, 256>, 3> counts{};
  Sampled(rgb, [&](const std::uint8_t* pixel) {
    if (LumaOf(pixel) < middle) return;
    for (std::size_t c = 0; c < 3; ++c) ++counts[c][pixel[c]];
  });
  return {std::max(Median(counts[0]), 1), std::max(Median(counts[1]), 1),
          std::max(Median(counts[2]), 1)};
}

// In degrees; `chroma` is `most` - least and above 0.
double HueDegrees(const std::array<int, 3>& rgb, int most, int chroma) {
  const auto part = [chroma](int a, int b) { return 60.0 * (a - b) / chroma; };
  if (most == rgb[0]) {
    const double hue = part(rgb[1], rgb[2]);
    return hue < 0.0 ? hue + 360.0 : hue;
  }
  if (most == rgb[1]) return 120.0 + part(rgb[2], rgb[0]);
  return 240.0 + part(rgb[0], rgb[1]);
}

}  // namespace

const char* ToString(Hue hue) {
  switch (hue) {
    case Hue::kRed:
      return "red";
    case Hue::kBlue:
      return "blue";
    case Hue::kGreen:
      return "green";
    default:
      return "black";
  }
}

PaperColour PaperColour::Of(const PageImage& rgb) {
  PaperColour colour;
  const std::array<int, 3> paper = Paper(rgb);
  colour.paper_luma_ = (77 * paper[0] + 150 * paper[1] + 29 * paper[2]) >> 8;
  for (std::size_t c = 0; c < 3; ++c) {
    for (int v = 0; v < 256; ++v) {
      const int balanced = std::min(255, (v * 255 + paper[c] / 2) / paper[c]);
      const auto i = static_cast<std::size_t>(v);
      colour.balanced_[c][i] = static_cast<std::uint8_t>(balanced);
      colour.absorbance_[c][i] = -std::log(std::max(balanced, 2) / 255.0);
    }
  }
  return colour;
}

Hue PaperColour::HueAt(const std::uint8_t* rgb) const {
  const std::array<int, 3> at = {balanced_[0][rgb[0]], balanced_[1][rgb[1]],
                                 balanced_[2][rgb[2]]};
  const int most = std::max({at[0], at[1], at[2]});
  const int chroma = most - std::min({at[0], at[1], at[2]});
  if (chroma < kMinChroma || chroma < kMinSaturation * most) return Hue::kNone;
  const double hue = HueDegrees(at, most, chroma);
  if (hue < kRedUntil || hue >= kRedFrom) return Hue::kRed;
  if (hue < kGreenFrom) return Hue::kNone;
  return hue < kBlueFrom ? Hue::kGreen : Hue::kBlue;
}

Absorbance PaperColour::AbsorbanceAt(const std::uint8_t* rgb) const {
  return {absorbance_[0][rgb[0]], absorbance_[1][rgb[1]],
          absorbance_[2][rgb[2]]};
}

}  // namespace donthu
