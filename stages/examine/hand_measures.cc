#include "stages/examine/hand_measures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <functional>

namespace donthu {
namespace {

constexpr int kSizeSlackPx = 1;
constexpr double kShapeSlack = 0.16;  // of the ink may lie elsewhere
constexpr int kMostCompared = 24;     // letters of one size
constexpr double kLevelSlack = 0.05;  // of a letter's height
constexpr std::size_t kBoldLines = 5;
constexpr int kBoldLetters = 8;

bool Alike(const InkPart& a, const InkPart& b) {
  if (std::abs(a.width_px() - b.width_px()) > kSizeSlackPx) return false;
  double apart = 0.0;
  for (std::size_t i = 0; i < a.zones.size(); ++i) {
    apart += std::abs(a.zones[i] - b.zones[i]);
  }
  return apart / 2 <= kShapeSlack;
}

// For each part of the map whether another letter looks like it.
std::vector<char> Twins(const InkMap& map, const std::vector<InkLine>& lines) {
  std::vector<int> letters;
  for (const InkLine& line : lines) {
    letters.insert(letters.end(), line.begin(), line.end());
  }
  const auto size = [&](int i) {
    const InkPart& part = PartOf(map, i);
    return std::pair(part.height_px(), part.width_px());
  };
  std::stable_sort(letters.begin(), letters.end(),
                   [&](int a, int b) { return size(a) < size(b); });
  std::vector<char> twins(map.parts.size(), 0);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const InkPart& one = PartOf(map, letters[i]);
    int compared = 0;
    for (std::size_t j = i + 1; j < letters.size(); ++j) {
      const InkPart& other = PartOf(map, letters[j]);
      if (other.height_px() > one.height_px() + kSizeSlackPx) break;
      if (std::abs(other.width_px() - one.width_px()) > kSizeSlackPx) continue;
      if (++compared > kMostCompared) break;
      if (!Alike(one, other)) continue;
      twins[static_cast<std::size_t>(letters[i])] = 1;
      twins[static_cast<std::size_t>(letters[j])] = 1;
    }
  }
  return twins;
}

struct Sums {
  double twins = 0;
  double level_feet = 0;
  double level_heads = 0;
  double left = 0;
  double ink = 0;
  double width = 0;
  double height = 0;
  double height_squared = 0;
};

double MedianHeight(const InkMap& map, const InkLine& line) {
  std::vector<int> heights;
  for (const int i : line) heights.push_back(PartOf(map, i).height_px());
  const auto middle =
      heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

Sums SumsOf(const InkMap& map, const InkLine& line,
            const std::vector<char>& twins, double height) {
  Sums sums;
  const double slack = std::max(1.0, kLevelSlack * height);
  const InkPart* before = nullptr;
  for (const int i : line) {
    const InkPart& part = PartOf(map, i);
    sums.twins += twins[static_cast<std::size_t>(i)];
    sums.left += part.left_edges_px;
    sums.ink += part.ink_px;
    sums.width += part.width_px();
    sums.height += part.height_px();
    sums.height_squared += double{1.0} * part.height_px() * part.height_px();
    if (before != nullptr) {
      sums.level_feet +=
          std::abs(before->box.bottom_px - part.box.bottom_px) <= slack;
      sums.level_heads +=
          std::abs(before->box.top_px - part.box.top_px) <= slack;
    }
    before = &part;
  }
  return sums;
}

MeasuredLine Measured(const InkMap& map, const InkLine& line,
                      const std::vector<char>& twins) {
  const double height = MedianHeight(map, line);
  const Sums sums = SumsOf(map, line, twins, height);
  const auto count = static_cast<double>(line.size());
  const double mean = sums.height / count;
  const double spread =
      std::sqrt(std::max(0.0, sums.height_squared / count - mean * mean));
  const double left = std::max(1.0, sums.left);
  MeasuredLine measured;
  measured.letters = static_cast<int>(line.size());
  measured.width_px = static_cast<int>(sums.width);
  measured.measures = {sums.level_feet / (count - 1),
                       sums.level_heads / (count - 1), sums.twins / count,
                       sums.ink / left / height, spread / mean};
  return measured;
}

}  // namespace

std::vector<MeasuredLine> MeasureLines(const InkMap& map,
                                       const std::vector<InkLine>& lines) {
  const std::vector<char> twins = Twins(map, lines);
  std::vector<MeasuredLine> measured;
  for (const InkLine& line : lines) {
    if (line.size() < kLeastLetters) continue;
    measured.push_back(Measured(map, line, twins));
  }
  return measured;
}

HandMeasures MeasureHand(const std::vector<MeasuredLine>& lines,
                         const std::vector<double>& probabilities) {
  double width = 0.0;
  double share = 0.0;
  double sure = 0.0;
  double letters = 0.0;
  std::vector<double> bold;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double p = probabilities[i];
    width += lines[i].width_px;
    share += lines[i].width_px * p;
    if (p > 0.5) sure += lines[i].width_px;
    if (p > 0.5) letters += lines[i].letters;
    if (lines[i].letters >= kBoldLetters) bold.push_back(p);
  }
  if (width <= 0.0) return {};
  std::sort(bold.begin(), bold.end(), std::greater<>());
  bold.resize(kBoldLines);  // missing ones count as print
  double boldest = 0.0;
  for (const double p : bold) boldest += p / kBoldLines;
  return {share / width, sure / width, std::log1p(letters) / 5.0, boldest};
}

}  // namespace donthu
