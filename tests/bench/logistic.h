// Logistic regression, small enough to be solved exactly.
#pragma once

#include <vector>

namespace donthu {

struct Example {
  std::vector<double> features;
  bool holds = false;
};

// Weights that make the examples likeliest, less `ridge` / 2 times the sum of
// their squares (the first, the bias, is free), by Newton's method. All
// examples have the same number of features; the same examples give the same
// weights.
std::vector<double> FitLogistic(const std::vector<Example>& examples,
                                double ridge);

double LogisticOf(const std::vector<double>& weights,
                  const std::vector<double>& features);

}  // namespace donthu
