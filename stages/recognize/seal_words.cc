#include "stages/recognize/seal_words.h"

#include <algorithm>
#include <cmath>

namespace donthu {
namespace {

constexpr double kSure = 0.5;

bool LiesIn(const BoxPx& word, const StampMark& seal) {
  const auto from_middle = [](int from, int to, const auto& of_seal) {
    return (from + to - of_seal.first - of_seal.second) /
           std::max(1.0, double{1.0} * (of_seal.second - of_seal.first));
  };
  const double x = from_middle(word.left_px, word.right_px,
                               std::pair(seal.box.left_px, seal.box.right_px));
  const double y = from_middle(word.top_px, word.bottom_px,
                               std::pair(seal.box.top_px, seal.box.bottom_px));
  return std::hypot(x, y) <= 1.0;
}

}  // namespace

PageText WithoutSealWords(PageText page, const std::vector<InkLayer>& marks) {
  std::vector<StampMark> seals;
  for (const InkLayer& layer : marks) {
    const StampMark& mark = layer.mark;
    if (mark.kind == "seal" && mark.color == "black") seals.push_back(mark);
  }
  if (seals.empty()) return page;
  const auto is_seals = [&seals](const Word& word) {
    return word.confidence < kSure &&
           std::any_of(seals.begin(), seals.end(), [&](const StampMark& seal) {
             return LiesIn(word.box, seal);
           });
  };
  DropWords(page, is_seals);
  return page;
}

}  // namespace donthu
