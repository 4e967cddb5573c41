// How common each class is where the letters come from.
#pragma once

#include <array>
#include <cstddef>

#include "models/label.h"

namespace donthu {

// For each label how many times as common it is as among the letters that the
// model learnt from (models/classifier/README.md); above 0. Bayes: odds between
// classes are multiplied by the ratio of their factors.
struct ClassPriors {
  std::array<double, kLabels.size()> factors = {1, 1, 1, 1, 1, 1};

  double& operator[](Label label) {
    return factors[static_cast<std::size_t>(label)];
  }
  double operator[](Label label) const {
    return factors[static_cast<std::size_t>(label)];
  }

  friend bool operator==(const ClassPriors&, const ClassPriors&) = default;
};

}  // namespace donthu
