// How two measures of the same things go together.
#pragma once

#include <vector>

namespace donthu::bench {

// Spearman's rank correlation, -1 to 1: Pearson's of the ranks, equal values
// sharing the mean of theirs. 0 for less than two values, or where all values
// of one are equal. Both have the same size.
double RankCorrelation(const std::vector<double>& a,
                       const std::vector<double>& b);

}  // namespace donthu::bench
