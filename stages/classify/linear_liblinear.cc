#include "stages/classify/linear.h"

#include <linear.h>

#include <algorithm>
#include <utility>

namespace donthu {
namespace {

void Silent(const char*) {}

LinearFit Copied(const model& fitted, int width) {
  LinearFit fit;
  const double sign = fitted.label[0] > 0 ? 1.0 : -1.0;
  for (int i = 0; i < width; ++i) {
    fit.weights.push_back(static_cast<float>(sign * fitted.w[i]));
  }
  fit.bias = static_cast<float>(sign * fitted.w[width]);
  return fit;
}

}  // namespace

struct LogisticFitter::Nodes {
  std::vector<feature_node> values;  // of all rows, each ended by index -1
  std::vector<feature_node*> starts;
};

LogisticFitter::LogisticFitter(const LinearProblem& problem)
    : width_(problem.width) {
  constexpr std::size_t kBiasAndEnd = 2;
  auto nodes = std::make_unique<Nodes>();
  std::size_t count = 0;
  for (const SparseRow& row : problem.rows) count += row.size() + kBiasAndEnd;
  nodes->values.reserve(count);  // `starts` point into it
  for (const SparseRow& row : problem.rows) {
    nodes->starts.push_back(nodes->values.data() + nodes->values.size());
    for (const SparseValue& entry : row) {
      nodes->values.push_back(
          {entry.index + 1, static_cast<double>(entry.value)});
    }
    nodes->values.push_back({problem.width + 1, 1.0});  // the bias
    nodes->values.push_back({-1, 0.0});
  }
  nodes_ = std::move(nodes);
}

LogisticFitter::~LogisticFitter() = default;

LinearFit LogisticFitter::Fit(const std::vector<char>& positive,
                              double cost) const {
  const auto ones = std::count(positive.begin(), positive.end(), 1);
  const auto all = static_cast<std::ptrdiff_t>(positive.size());
  if (ones == 0 || ones == all) {
    LinearFit constant;
    constant.weights.assign(static_cast<std::size_t>(width_), 0.0F);
    constant.bias = ones == 0 ? -4.0F : 4.0F;
    return constant;
  }
  set_print_string_function(&Silent);
  std::vector<double> targets;
  for (const char is : positive) targets.push_back(is != 0 ? 1.0 : -1.0);
  std::vector<feature_node*> starts = nodes_->starts;
  ::problem data = {};
  data.l = static_cast<int>(starts.size());
  data.n = width_ + 1;
  data.y = targets.data();
  data.x = starts.data();
  data.bias = 1.0;
  // Half of the weight to each class, however rare.
  int labels[2] = {1, -1};
  double weights[2] = {
      0.5 * static_cast<double>(all) / static_cast<double>(ones),
      0.5 * static_cast<double>(all) / static_cast<double>(all - ones)};
  parameter options = {};
  options.solver_type = L2R_LR;
  options.eps = 0.3;  // relative; 0.1 takes longer and gains nothing
  options.C = cost;
  options.nr_weight = 2;
  options.weight_label = labels;
  options.weight = weights;
  model* fitted = train(&data, &options);
  LinearFit fit = Copied(*fitted, width_);
  free_and_destroy_model(&fitted);
  return fit;
}

}  // namespace donthu
