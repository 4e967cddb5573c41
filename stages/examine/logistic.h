// A fitted logistic model over named measures.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace donthu {

template <std::size_t N>
struct Logistic {
  std::array<double, N> weights{};
  double bias = 0.0;

  // 0 to 1.
  double operator()(const std::array<double, N>& measures) const {
    double sum = bias;
    for (std::size_t i = 0; i < N; ++i) sum += weights[i] * measures[i];
    return 1.0 / (1.0 + std::exp(-sum));
  }
};

}  // namespace donthu
