#include "tests/bench/logistic.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace donthu {
namespace {

using Row = std::vector<double>;

constexpr int kMostSteps = 100;
constexpr double kSmallStep = 1e-9;

// Solves a * x = b by Gaussian elimination; `a` is positive definite.
Row Solved(std::vector<Row> a, Row b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t best = i;
    for (std::size_t j = i + 1; j < n; ++j) {
      if (std::abs(a[j][i]) > std::abs(a[best][i])) best = j;
    }
    std::swap(a[i], a[best]);
    std::swap(b[i], b[best]);
    for (std::size_t j = i + 1; j < n; ++j) {
      const double factor = a[j][i] / a[i][i];
      for (std::size_t k = i; k < n; ++k) a[j][k] -= factor * a[i][k];
      b[j] -= factor * b[i];
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

}  // namespace

double LogisticOf(const Row& weights, const Row& features) {
  double sum = 0.0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    sum += weights[i] * features[i];
  }
  return 1.0 / (1.0 + std::exp(-sum));
}

std::vector<double> FitLogistic(const std::vector<Example>& examples,
                                double ridge) {
  const std::size_t n = examples.front().features.size();
  Row weights(n, 0.0);
  for (int step = 0; step < kMostSteps; ++step) {
    Row slope(n, 0.0);
    std::vector<Row> bend(n, Row(n, 0.0));
    for (std::size_t i = 0; i < n; ++i) {
      const double pull = i == 0 ? 1e-6 : ridge;
      slope[i] = -pull * weights[i];
      bend[i][i] = pull;
    }
    for (const Example& example : examples) {
      const Row& x = example.features;
      const double p = LogisticOf(weights, x);
      for (std::size_t i = 0; i < n; ++i) {
        slope[i] += ((example.holds ? 1.0 : 0.0) - p) * x[i];
        for (std::size_t j = 0; j < n; ++j) {
          bend[i][j] += p * (1.0 - p) * x[i] * x[j];
        }
      }
    }
    const Row move = Solved(std::move(bend), std::move(slope));
    double largest = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
      weights[i] += move[i];
      largest = std::max(largest, std::abs(move[i]));
    }
    if (largest < kSmallStep) break;
  }
  return weights;
}

}  // namespace donthu
