// How well a score tells two kinds apart.
#pragma once

#include <vector>

namespace donthu::bench {

struct Separation {
  std::vector<double> positives;
  std::vector<double> negatives;
};

// Probability that a positive scores above a negative, ties counting half:
// Mann and Whitney. 0 where either is empty.
double AreaUnderCurve(const Separation& scores);

// Of the scores that lie in [low, high); 0 where there is none.
double ShareWithin(const std::vector<double>& scores, double low, double high);

}  // namespace donthu::bench
