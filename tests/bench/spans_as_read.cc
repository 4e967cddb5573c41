#include "tests/bench/spans_as_read.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

#include "models/vietnamese.h"
#include "stages/extract/tagged_spans.h"
#include "tests/bench/edit_distance.h"

namespace donthu::bench {
namespace {

struct Word {
  TextSpan span;
  std::u32string folded;
};

std::vector<Word> WordsOf(const LetterView& view) {
  std::vector<Word> words;
  for (const TextSpan span : ChainWords(view)) {
    const char shape = view.ShapeAt(span.start);
    if (shape != 'A' && shape != 'a' && shape != '9') continue;
    words.push_back({span, CodePointsOf(view.Folded(span))});
  }
  return words;
}

constexpr float kOne = 1.0F;  // a word lost or added

float CostOf(const Word& a, const Word& b) {
  if (a.folded == b.folded) return 0.0F;
  const std::size_t longest = std::max(a.folded.size(), b.folded.size());
  const std::size_t shortest = std::min(a.folded.size(), b.folded.size());
  if (longest > 2 * shortest) return 2 * kOne;
  const std::int64_t wrong = EditDistance(a.folded, b.folded);
  return 2 * kOne * static_cast<float>(wrong) / static_cast<float>(longest);
}

// Costs of the beginnings of two texts, near the diagonal only: an engine
// moves lines of a letterhead, not pages.
class Table {
 public:
  Table(const std::vector<Word>& a, const std::vector<Word>& b)
      : a_(a), b_(b), width_(b.size() + 1) {
    costs_.assign((a.size() + 1) * width_, std::numeric_limits<float>::max());
    for (std::size_t i = 0; i <= a.size(); ++i) {
      const std::size_t middle = a.empty() ? 0 : i * b.size() / a.size();
      const std::size_t first = middle > kBand ? middle - kBand : 0;
      const std::size_t last = std::min(middle + kBand, b.size());
      for (std::size_t j = first; j <= last; ++j) Fill(i, j);
    }
  }

  // Of each word of `a` the word of `b` that was read of it, else -1.
  std::vector<int> Partners() const {
    std::vector<int> partners(a_.size(), -1);
    std::size_t i = a_.size();
    std::size_t j = b_.size();
    while (i > 0 && j > 0) {
      const float here = At(i, j);
      if (here >= At(i - 1, j) + kOne) {
        --i;
      } else if (here >= At(i, j - 1) + kOne) {
        --j;
      } else {
        partners[--i] = static_cast<int>(--j);
      }
    }
    return partners;
  }

 private:
  static constexpr std::size_t kBand = 120;

  float At(std::size_t i, std::size_t j) const {
    return costs_[i * width_ + j];
  }

  void Fill(std::size_t i, std::size_t j) {
    float& cost = costs_[i * width_ + j];
    if (i == 0 && j == 0) cost = 0.0F;
    if (i > 0) cost = std::min(cost, At(i - 1, j) + kOne);
    if (j > 0) cost = std::min(cost, At(i, j - 1) + kOne);
    if (i > 0 && j > 0 && At(i - 1, j - 1) < cost) {
      cost = std::min(cost, At(i - 1, j - 1) + CostOf(a_[i - 1], b_[j - 1]));
    }
  }

  const std::vector<Word>& a_;
  const std::vector<Word>& b_;
  std::size_t width_;
  std::vector<float> costs_;
};

}  // namespace

std::vector<std::optional<TextSpan>> SpansAsRead(
    const LetterView& from, const std::vector<TextSpan>& spans,
    const LetterView& to) {
  const std::vector<Word> a = WordsOf(from);
  const std::vector<Word> b = WordsOf(to);
  const std::vector<int> partners = Table(a, b).Partners();
  std::vector<std::optional<TextSpan>> read;
  for (const TextSpan span : spans) {
    int words = 0;
    std::vector<TextSpan> found;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!Touch(a[i].span, span)) continue;
      ++words;
      if (partners[i] < 0) continue;
      found.push_back(b[static_cast<std::size_t>(partners[i])].span);
    }
    if (found.empty() || 2 * static_cast<int>(found.size()) < words) {
      read.emplace_back();
    } else {
      read.push_back(TextSpan{found.front().start, found.back().end});
    }
  }
  return read;
}

}  // namespace donthu::bench
