#include "stages/extract/chain.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace donthu {
namespace {

constexpr float kNever = -1e9F;

// exp(x) for x <= 0, of the same value on every processor and wide enough for
// the compiler to take four at once: 2^n times a polynomial of what is left.
float ExpOf(float x) {
  constexpr float kLog2E = 1.44269504F;
  constexpr float kLeast = -80.0F;
  const float at = (x < kLeast ? kLeast : x) * kLog2E;
  const auto whole = static_cast<std::int32_t>(at - 1.0F);  // at <= 0: floor
  const float rest = (at - static_cast<float>(whole)) * 0.693147181F;
  const float power =
      1.0F +
      rest * (1.0F + rest * (0.5F + rest * (1.0F / 6.0F +
                                            rest * (1.0F / 24.0F +
                                                    rest * (1.0F / 120.0F)))));
  return power * std::bit_cast<float>((whole + 127) << 23);
}

constexpr float kTiny = 1e-30F;

float SumOf(const TagScores& scores) {
  float sum = 0.0F;
  for (const float score : scores) sum += score;
  return sum;
}

}  // namespace

std::vector<std::size_t> BestTags(const std::vector<TagScores>& scores,
                                  const Transitions& transitions) {
  if (scores.empty()) return {};
  // Of each tag the least and the most that a step from it to outside or to a
  // first word brings.
  TagScores least = {};
  TagScores most = {};
  for (std::size_t before = 0; before < kTagCount; ++before) {
    const auto* begin = transitions[before].begin();
    const auto [low, high] =
        std::minmax_element(begin, begin + kFieldKindCount + 1);
    least[before] = *low;
    most[before] = *high;
  }
  using Tags = std::array<std::int32_t, kTagCount>;
  std::vector<Tags> from(scores.size());
  TagScores best = scores[0];
  for (std::size_t tag = 0; tag < kTagCount; ++tag) {
    if (IsLaterTag(tag)) best[tag] = kNever;
  }
  for (std::size_t i = 1; i < scores.size(); ++i) {
    TagScores next;
    next.fill(kNever);
    Tags& came = from[i];
    const auto top = static_cast<std::size_t>(
        std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t before = 0; before < kTagCount; ++before) {
      // From the best tag every other is reached with more than from this one.
      if (best[before] + most[before] < best[top] + least[top]) continue;
      const TagScores& step = transitions[before];
      const float score = best[before];
      // Outside and first words, from anything.
      for (std::size_t after = 0; after <= kFieldKindCount; ++after) {
        const float reached = score + step[after];
        const bool better = reached > next[after];
        next[after] = better ? reached : next[after];
        came[after] = better ? static_cast<std::int32_t>(before) : came[after];
      }
    }
    // A later word follows only its own kind.
    for (std::size_t kind = 0; kind < kFieldKindCount; ++kind) {
      const std::size_t first = FirstTagOf(kind);
      const std::size_t later = LaterTagOf(kind);
      const float begun = best[first] + transitions[first][later];
      const float went_on = best[later] + transitions[later][later];
      next[later] = std::max(begun, went_on);
      came[later] = static_cast<std::int32_t>(begun > went_on ? first : later);
    }
    for (std::size_t tag = 0; tag < kTagCount; ++tag) {
      next[tag] += scores[i][tag];
    }
    best = next;
  }
  std::vector<std::size_t> tags(scores.size());
  tags.back() = static_cast<std::size_t>(
      std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = scores.size() - 1; i > 0; --i) {
    tags[i - 1] = static_cast<std::size_t>(from[i][tags[i]]);
  }
  return tags;
}

ChainProbabilities::ChainProbabilities(const std::vector<TagScores>& scores,
                                       const Transitions& transitions)
    : edges_{}, edges_to_{} {
  for (std::size_t before = 0; before < kTagCount; ++before) {
    for (std::size_t after = 0; after < kTagCount; ++after) {
      const bool never =
          IsLaterTag(after) &&
          (before == kOutside || KindOfTag(before) != KindOfTag(after));
      if (!never) {
        const double score = transitions[before][after];
        edges_[before][after] = static_cast<float>(std::exp(score));
        edges_to_[after][before] = edges_[before][after];
      }
    }
  }
  nodes_.reserve(scores.size());
  for (const TagScores& row : scores) {
    const float most = *std::max_element(row.begin(), row.end());
    TagScores& node = nodes_.emplace_back();
    for (std::size_t t = 0; t < kTagCount; ++t) node[t] = ExpOf(row[t] - most);
  }
  forward_.resize(nodes_.size());
  backward_.resize(nodes_.size());
  scales_.resize(nodes_.size());
  if (nodes_.empty()) return;
  Forward();
  Backward();
}

void ChainProbabilities::Forward() {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    TagScores& row = forward_[i];
    row = {};
    if (i == 0) {
      std::fill_n(row.begin(), kFieldKindCount + 1, 1.0F);
    } else {
      const TagScores& last = forward_[i - 1];
      for (std::size_t before = 0; before < kTagCount; ++before) {
        const TagScores& edge = edges_[before];
        for (std::size_t after = 0; after <= kFieldKindCount; ++after) {
          row[after] += last[before] * edge[after];
        }
      }
      for (std::size_t kind = 0; kind < kFieldKindCount; ++kind) {
        const std::size_t first = FirstTagOf(kind);
        const std::size_t later = LaterTagOf(kind);
        row[later] = last[first] * edges_[first][later] +
                     last[later] * edges_[later][later];
      }
    }
    for (std::size_t t = 0; t < kTagCount; ++t) row[t] *= nodes_[i][t];
    scales_[i] = std::max(SumOf(row), kTiny);
    for (float& value : row) value /= scales_[i];
  }
}

void ChainProbabilities::Backward() {
  backward_.back().fill(1.0F);
  for (std::size_t i = nodes_.size() - 1; i > 0; --i) {
    const TagScores ahead = AheadOf(i);
    TagScores& row = backward_[i - 1];
    row = {};
    for (std::size_t after = 0; after <= kFieldKindCount; ++after) {
      const TagScores& edge = edges_to_[after];
      for (std::size_t before = 0; before < kTagCount; ++before) {
        row[before] += edge[before] * ahead[after];
      }
    }
    for (std::size_t kind = 0; kind < kFieldKindCount; ++kind) {
      const std::size_t first = FirstTagOf(kind);
      const std::size_t later = LaterTagOf(kind);
      row[first] += edges_[first][later] * ahead[later];
      row[later] += edges_[later][later] * ahead[later];
    }
  }
}

// What each tag at word `i` brings to the words from there on.
TagScores ChainProbabilities::AheadOf(std::size_t i) const {
  TagScores ahead;
  for (std::size_t t = 0; t < kTagCount; ++t) {
    ahead[t] = nodes_[i][t] * backward_[i][t] / scales_[i];
  }
  return ahead;
}

TagScores ChainProbabilities::TagsAt(std::size_t i) const {
  TagScores tags;
  for (std::size_t t = 0; t < kTagCount; ++t) {
    tags[t] = forward_[i][t] * backward_[i][t];
  }
  return tags;
}

void ChainProbabilities::AddStep(std::size_t i, Transitions& sums) const {
  const TagScores ahead = AheadOf(i);
  for (std::size_t before = 0; before < kTagCount; ++before) {
    const float reached = forward_[i - 1][before];
    for (std::size_t after = 0; after < kTagCount; ++after) {
      sums[before][after] += reached * edges_[before][after] * ahead[after];
    }
  }
}

double ChainProbabilities::SpanOf(std::size_t first, std::size_t last,
                                  std::size_t kind) const {
  const std::size_t later = LaterTagOf(kind);
  std::size_t tag = FirstTagOf(kind);
  double likely = forward_[first][tag];
  for (std::size_t i = first + 1; i < last; ++i) {
    likely *= edges_[tag][later] * nodes_[i][later] / scales_[i];
    tag = later;
  }
  if (last == nodes_.size()) return likely;
  const TagScores ahead = AheadOf(last);
  double ends = 0.0;
  for (std::size_t after = 0; after < kTagCount; ++after) {
    if (after != later) ends += edges_[tag][after] * ahead[after];
  }
  return likely * ends;
}

}  // namespace donthu
