#include "stages/classify/linear.h"

#include <linear.h>

#include <algorithm>

namespace donthu {
namespace {

void Silent(const char*) {}

struct Nodes {
  std::vector<std::vector<feature_node>> rows;
  std::vector<feature_node*> starts;
};

Nodes MakeNodes(const LinearProblem& problem) {
  Nodes nodes;
  for (const SparseRow& row : problem.rows) {
    std::vector<feature_node>& out = nodes.rows.emplace_back();
    for (const SparseValue& entry : row) {
      out.push_back({entry.index + 1, static_cast<double>(entry.value)});
    }
    out.push_back({problem.width + 1, 1.0});  // the bias
    out.push_back({-1, 0.0});
  }
  for (std::vector<feature_node>& row : nodes.rows) {
    nodes.starts.push_back(row.data());
  }
  return nodes;
}

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

LinearFit FitLogistic(const LinearProblem& problem,
                      const std::vector<char>& positive, double cost) {
  const auto ones = std::count(positive.begin(), positive.end(), 1);
  const auto all = static_cast<std::ptrdiff_t>(positive.size());
  if (ones == 0 || ones == all) {
    LinearFit constant;
    constant.weights.assign(static_cast<std::size_t>(problem.width), 0.0F);
    constant.bias = ones == 0 ? -4.0F : 4.0F;
    return constant;
  }
  set_print_string_function(&Silent);
  Nodes nodes = MakeNodes(problem);
  std::vector<double> targets;
  for (const char is : positive) targets.push_back(is != 0 ? 1.0 : -1.0);
  ::problem data = {};
  data.l = static_cast<int>(nodes.rows.size());
  data.n = problem.width + 1;
  data.y = targets.data();
  data.x = nodes.starts.data();
  data.bias = 1.0;
  // Half of the weight to each class, however rare.
  int labels[2] = {1, -1};
  double weights[2] = {
      0.5 * static_cast<double>(all) / static_cast<double>(ones),
      0.5 * static_cast<double>(all) / static_cast<double>(all - ones)};
  parameter options = {};
  options.solver_type = L2R_LR;
  options.eps = 0.1;  // relative; 0.01 takes longer and gains nothing
  options.C = cost;
  options.nr_weight = 2;
  options.weight_label = labels;
  options.weight = weights;
  model* fitted = train(&data, &options);
  LinearFit fit = Copied(*fitted, problem.width);
  free_and_destroy_model(&fitted);
  return fit;
}

}  // namespace donthu
