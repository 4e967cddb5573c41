// Fits a sum of measures, none of which may count for less than nothing, to
// error rates.
#pragma once

#include <vector>

namespace donthu::bench {

struct MeasuredError {
  std::vector<double> measures;
  double rate = 0.0;   // of errors, from 0
  double share = 1.0;  // how much it counts
};

struct ErrorFit {
  std::vector<double> weights;  // from 0
  double least = 0.0;           // from kLeastRate
};

inline constexpr double kLeastRate = 0.0005;
// Added to a rate before two are compared as a ratio: three errors on a page
// of 1,500 are no better than four.
inline constexpr double kRateSlack = 0.002;

// Minimizes the mean of (t - p) / p - log(t / p), t and p being the true and
// the expected rate, each with kRateSlack: the deviance of a gamma
// distribution (McCullagh and Nelder, Generalized Linear Models, 1989, 8.3.2),
// by which the mean of what is expected is that of what is true, and a page
// of ten times the errors counts no more than another. `cost`: of the sum of
// squared weights, so that measures that say the same share what they say. By
// coordinates, always the same for the same rows. All rows have as many
// measures as the first.
ErrorFit FitErrors(const std::vector<MeasuredError>& rows, double cost);

// 0 to 1.
double ExpectedRate(const ErrorFit& fit, const std::vector<double>& measures);

}  // namespace donthu::bench
