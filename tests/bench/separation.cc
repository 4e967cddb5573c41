#include "tests/bench/separation.h"

#include <algorithm>

namespace donthu::bench {

double AreaUnderCurve(const Separation& scores) {
  if (scores.positives.empty() || scores.negatives.empty()) return 0.0;
  std::vector<double> below = scores.negatives;
  std::sort(below.begin(), below.end());
  double wins = 0.0;
  for (const double score : scores.positives) {
    const auto first = std::lower_bound(below.begin(), below.end(), score);
    const auto last = std::upper_bound(first, below.end(), score);
    wins += static_cast<double>(first - below.begin()) +
            0.5 * static_cast<double>(last - first);
  }
  return wins / static_cast<double>(below.size()) /
         static_cast<double>(scores.positives.size());
}

double ShareWithin(const std::vector<double>& scores, double low, double high) {
  if (scores.empty()) return 0.0;
  const auto within =
      std::count_if(scores.begin(), scores.end(),
                    [&](double score) { return score >= low && score < high; });
  return static_cast<double>(within) / static_cast<double>(scores.size());
}

}  // namespace donthu::bench
