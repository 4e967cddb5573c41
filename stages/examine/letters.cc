#include "stages/examine/letters.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace donthu {
namespace {

constexpr double kLeastHeightMm = 1.0;  // x-height of 6 pt
constexpr double kMostHeightMm = 16.0;
constexpr double kMostWidthMm = 60.0;  // a word written in one
constexpr double kRuleShape = 12.0;    // longer than its height by this
constexpr double kHoleMm = 4.0;        // ISO 838: 6 mm
constexpr double kHoleFill = 0.68;     // a disk fills 0.79 of its box
constexpr double kLeastFill = 0.06;    // below: the rim of a stain, a fold
constexpr double kGapOfHeights = 2.0;
constexpr double kSharedHeight = 0.4;

bool IsLetter(const InkMap& map, const InkPart& part) {
  if (part.ink_px == 0 || part.at_page_edge) return false;
  const double high = map.Millimetres(part.height_px());
  const double wide = map.Millimetres(part.width_px());
  if (high < kLeastHeightMm || high > kMostHeightMm) return false;
  if (wide > kMostWidthMm) return false;
  if (part.width_px() > kRuleShape * part.height_px()) return false;
  const double fill =
      static_cast<double>(part.ink_px) / part.width_px() / part.height_px();
  const bool hole = std::min(high, wide) > kHoleMm && fill > kHoleFill;
  return !hole && fill >= kLeastFill;
}

// Follows chains to the letter that stands for all of them.
class Chains {
 public:
  explicit Chains(std::size_t count) : head_(count) {
    std::iota(head_.begin(), head_.end(), std::size_t{0});
  }
  std::size_t HeadOf(std::size_t i) {
    while (head_[i] != i) i = head_[i] = head_[head_[i]];
    return i;
  }
  void Join(std::size_t a, std::size_t b) {
    const std::size_t first = HeadOf(a);
    const std::size_t second = HeadOf(b);
    head_[std::max(first, second)] = std::min(first, second);
  }

 private:
  std::vector<std::size_t> head_;
};

bool SideBySide(const BoxPx& left, const BoxPx& right) {
  const int shared = std::min(left.bottom_px, right.bottom_px) -
                     std::max(left.top_px, right.top_px);
  const int least = std::min(left.height_px(), right.height_px());
  return shared >= kSharedHeight * least;
}

double Reach(const BoxPx& a, const BoxPx& b) {
  return a.right_px + kGapOfHeights * std::min(a.height_px(), b.height_px());
}

}  // namespace

std::vector<int> LettersOf(const InkMap& map) {
  std::vector<int> letters;
  for (std::size_t i = 0; i < map.parts.size(); ++i) {
    if (IsLetter(map, map.parts[i])) letters.push_back(static_cast<int>(i));
  }
  return letters;
}

std::vector<InkLine> LinesOf(const InkMap& map,
                             const std::vector<int>& letters) {
  const auto box = [&](int i) -> const BoxPx& {
    return map.parts[static_cast<std::size_t>(i)].box;
  };
  std::vector<int> sorted = letters;
  std::stable_sort(sorted.begin(), sorted.end(), [&](int a, int b) {
    return box(a).left_px < box(b).left_px;
  });
  Chains chains(sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const BoxPx& from = box(sorted[i]);
    const double farthest = from.right_px + kGapOfHeights * from.height_px();
    for (std::size_t j = i + 1; j < sorted.size(); ++j) {
      const BoxPx& to = box(sorted[j]);
      if (to.left_px > farthest) break;
      if (to.left_px > Reach(from, to) || !SideBySide(from, to)) continue;
      chains.Join(i, j);
    }
  }
  std::vector<InkLine> lines(sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    lines[chains.HeadOf(i)].push_back(sorted[i]);
  }
  lines.erase(std::remove_if(lines.begin(), lines.end(),
                             [](const InkLine& l) { return l.empty(); }),
              lines.end());
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const InkLine& a, const InkLine& b) {
                     if (a.size() != b.size()) return a.size() > b.size();
                     return box(a.front()).top_px < box(b.front()).top_px;
                   });
  return lines;
}

}  // namespace donthu
