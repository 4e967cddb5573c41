// Colours of a page, told relative to its paper.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "models/page_image.h"

namespace donthu {

enum class Hue { kNone, kRed, kBlue, kGreen };
inline constexpr std::size_t kHues = 4;

// "red", "blue", "green"; kNone: "black".
const char* ToString(Hue hue);

// By channel, from the paper of the page (0) to black; in nepers, since inks
// that lie over each other add up in it (Beer and Lambert).
using Absorbance = std::array<double, 3>;

// Looks up what a sample means on this page's paper.
class PaperColour {
 public:
  // The paper is the middle of the page's brighter half. `rgb`: kRgb24.
  static PaperColour Of(const PageImage& rgb);

  // Hue of the ink at a pixel; kNone for black, gray, and the yellow and
  // brown of old paper.
  Hue HueAt(const std::uint8_t* rgb) const;
  Absorbance AbsorbanceAt(const std::uint8_t* rgb) const;
  int paper_luma() const { return paper_luma_; }  // 0 to 255

 private:
  int paper_luma_ = 255;
  std::array<std::array<std::uint8_t, 256>, 3> balanced_;
  std::array<std::array<double, 256>, 3> absorbance_;
};

}  // namespace donthu
