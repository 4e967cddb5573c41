// The seam to liblinear: binary logistic regressions over the same rows.
#pragma once

#include <memory>
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

// Fit() may be called from several threads at once.
class LogisticFitter {
 public:
  explicit LogisticFitter(const LinearProblem& problem);
  ~LogisticFitter();

  // L2-regularised logistic regression, `positive[i]` tells the class of row
  // i; `cost` is liblinear's C. Deterministic: the primal solver draws no
  // random numbers. Rows of one class only: a constant.
  LinearFit Fit(const std::vector<char>& positive, double cost) const;

 private:
  struct Nodes;  // the rows as liblinear takes them
  std::unique_ptr<const Nodes> nodes_;
  int width_ = 0;
};

}  // namespace donthu
