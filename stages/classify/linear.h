// The seam to liblinear: one binary logistic regression at a time.
#pragma once

#include <vector>

namespace donthu {

struct SparseValue {
  int index = 0;  // from 0
  float value = 0.0F;
};
using SparseRow = std::vector<SparseValue>;  // by index, rising

struct LinearProblem {
  std::vector<SparseRow> rows;
  int width = 0;  // number of columns
};

struct LinearFit {
  std::vector<float> weights;  // one a column
  float bias = 0.0F;
};

// L2-regularised logistic regression, `positive[i]` tells the class of row i;
// `cost` is liblinear's C. Deterministic: the primal solver draws no random
// numbers. Rows of one class only: a constant.
LinearFit FitLogistic(const LinearProblem& problem,
                      const std::vector<char>& positive, double cost);

}  // namespace donthu
