#include "stages/split/page_type.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace donthu {
namespace {

// Differences from which pages are as unlike as can be.
constexpr double kOtherPitch = 0.15;       // of their logarithms
constexpr double kOtherLetterWidth = 0.1;  // of their logarithms
constexpr double kOtherLeft = 0.04;        // of the page's width
constexpr double kOtherRight = 0.1;        // of the page's width
constexpr double kOtherConfidence = 0.1;
constexpr double kSureLines = 8.0;
// Skew makes the upright image of the same paper a little wider.
constexpr double kOtherAspect = 0.1;  // of the logarithms
constexpr double kOtherDpi = 0.05;

double LogRatio(double a, double b) {
  return a > 0.0 && b > 0.0 ? std::abs(std::log(a / b)) : 0.0;
}

double AtShare(std::vector<double> values, double share) {
  if (values.empty()) return 0.0;
  const auto at = static_cast<std::ptrdiff_t>(
      share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

// From each line to the next below it; columns side by side have none.
std::vector<double> PitchesOf(const std::vector<PageLine>& lines) {
  std::vector<double> pitches;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const int pitch = lines[i].box.bottom_px - lines[i - 1].box.bottom_px;
    if (2 * pitch > lines[i].box.height_px()) pitches.push_back(pitch);
  }
  return pitches;
}

}  // namespace

PageType TypeOf(const PageResult& page, const std::vector<PageLine>& lines) {
  std::vector<double> lefts;
  std::vector<double> rights;
  std::vector<double> letters;
  for (const PageLine& line : lines) {
    lefts.push_back(line.box.left_px);
    rights.push_back(line.box.right_px);
    if (!line.mostly_capitals) letters.push_back(line.letter_width_px);
  }
  const double width = std::max(1, page.text.width_px);
  const double height = std::max(1, page.text.height_px);
  PageType type;
  type.aspect = page.text.width_px / height;
  type.dpi = page.page.dpi_x;
  type.pitch = AtShare(PitchesOf(lines), 0.25) / height;
  type.left = AtShare(std::move(lefts), 0.1) / width;
  type.right = AtShare(std::move(rights), 0.9) / width;
  type.letter_width = AtShare(std::move(letters), 0.5) / width;
  type.sureness = std::min(1.0, static_cast<double>(lines.size()) / kSureLines);
  type.confidence = page.page.mean_confidence.value_or(0.0);
  return type;
}

TypeDifference DifferenceOf(const PageType& a, const PageType& b) {
  TypeDifference apart;
  apart.paper = LogRatio(a.aspect, b.aspect) > kOtherAspect ||
                        LogRatio(a.dpi, b.dpi) > kOtherDpi
                    ? 1.0
                    : 0.0;
  apart.pitch = Capped(LogRatio(a.pitch, b.pitch), kOtherPitch);
  apart.letter_width =
      Capped(LogRatio(a.letter_width, b.letter_width), kOtherLetterWidth);
  apart.left = Capped(std::abs(a.left - b.left), kOtherLeft);
  apart.right = Capped(std::abs(a.right - b.right), kOtherRight);
  apart.confidence =
      Capped(std::abs(a.confidence - b.confidence), kOtherConfidence);
  apart.most =
      std::max({apart.paper, apart.pitch, apart.letter_width, apart.left});
  apart.sureness = std::min(a.sureness, b.sureness);
  return apart;
}

}  // namespace donthu
