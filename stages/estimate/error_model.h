// A fitted model of errors: never less for more of any measure.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace donthu {

template <std::size_t N>
struct ErrorModel {
  std::array<double, N> weights{};  // none is negative
  double least = 0.0;               // where all measures are 0

  // 0 to 1.
  double operator()(const std::array<double, N>& measures) const {
    double sum = least;
    for (std::size_t i = 0; i < N; ++i) sum += weights[i] * measures[i];
    return std::clamp(sum, 0.0, 1.0);
  }
};

}  // namespace donthu
