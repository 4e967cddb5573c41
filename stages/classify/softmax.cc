#include "stages/classify/softmax.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>
#include <utility>

namespace donthu {
namespace {

using Rows = std::vector<std::vector<double>>;

// Beyond these no training comes; within them every score is finite.
constexpr double kLargest = 1e9;
constexpr double kSmallestScale = 1e-9;

void Standardise(const std::vector<DenseExample>& examples,
                 std::vector<double>& means, std::vector<double>& scales) {
  const std::size_t width = examples[0].values.size();
  means.assign(width, 0.0);
  scales.assign(width, 0.0);
  const auto count = static_cast<double>(examples.size());
  for (const DenseExample& example : examples) {
    for (std::size_t i = 0; i < width; ++i) {
      means[i] += example.values[i] / count;
    }
  }
  for (const DenseExample& example : examples) {
    for (std::size_t i = 0; i < width; ++i) {
      const double off = example.values[i] - means[i];
      scales[i] += off * off / count;
    }
  }
  for (double& scale : scales) scale = std::sqrt(scale) + 1e-6;
}

// The gradient of the mean log loss at `weights`, without the penalty.
std::vector<ClassValues> Gradient(const Rows& rows,
                                  const std::vector<DenseExample>& examples,
                                  const std::vector<ClassValues>& weights) {
  std::vector<ClassValues> gradient(weights.size(), ClassValues{});
  double total = 0.0;
  for (const DenseExample& example : examples) total += example.weight;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    ClassValues scores = {};
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      for (std::size_t c = 0; c < kClassCount; ++c) {
        scores[c] += rows[r][i] * weights[i][c];
      }
    }
    ClassValues errors = Probabilities(scores, 1.0);
    errors[static_cast<std::size_t>(examples[r].label)] -= 1.0;
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      for (std::size_t c = 0; c < kClassCount; ++c) {
        gradient[i][c] += rows[r][i] * errors[c] * examples[r].weight / total;
      }
    }
  }
  return gradient;
}

void PutLine(const std::vector<double>& values, std::string& out) {
  for (const double value : values) {
    char text[32];
    std::snprintf(text, sizeof(text), "%.9g ", value);
    out += text;
  }
  out.back() = '\n';
}

std::vector<double> TakeLine(std::string_view& text) {
  const std::size_t at = std::min(text.find('\n'), text.size());
  std::istringstream line{std::string(text.substr(0, at))};
  text.remove_prefix(std::min(at + 1, text.size()));
  std::vector<double> values;
  for (double value = 0.0; line >> value;) values.push_back(value);
  return values;
}

bool AreWithin(const std::vector<double>& values, double low, double high) {
  return std::all_of(values.begin(), values.end(), [&](double value) {
    return value >= low && value <= high;
  });
}

}  // namespace

ClassValues Probabilities(const ClassValues& scores, double temperature) {
  const double top = *std::max_element(scores.begin(), scores.end());
  ClassValues out = {};
  double sum = 0.0;
  for (std::size_t c = 0; c < kClassCount; ++c) {
    out[c] = std::exp((scores[c] - top) / temperature);
    sum += out[c];
  }
  for (double& value : out) value /= sum;
  return out;
}

Softmax Softmax::Train(const std::vector<DenseExample>& examples,
                       double decay) {
  constexpr int kSteps = 400;
  constexpr double kRate = 0.5;
  constexpr double kMomentum = 0.9;
  Softmax model;
  Standardise(examples, model.means_, model.scales_);
  Rows rows;
  for (const DenseExample& example : examples) {
    std::vector<double>& row = rows.emplace_back();
    for (std::size_t i = 0; i < example.values.size(); ++i) {
      row.push_back((example.values[i] - model.means_[i]) / model.scales_[i]);
    }
    row.push_back(1.0);
  }
  model.weights_.assign(rows[0].size(), ClassValues{});
  std::vector<ClassValues> speed(rows[0].size(), ClassValues{});
  for (int step = 0; step < kSteps; ++step) {
    const auto gradient = Gradient(rows, examples, model.weights_);
    for (std::size_t i = 0; i < speed.size(); ++i) {
      for (std::size_t c = 0; c < kClassCount; ++c) {
        const double pull = gradient[i][c] + decay * model.weights_[i][c];
        speed[i][c] = kMomentum * speed[i][c] - kRate * 0.2 * pull;
        model.weights_[i][c] += speed[i][c];
      }
    }
  }
  return model;
}

ClassValues Softmax::Scores(const std::vector<double>& values) const {
  ClassValues scores = weights_.back();
  for (std::size_t i = 0; i < means_.size(); ++i) {
    const double value = (values[i] - means_[i]) / scales_[i];
    for (std::size_t c = 0; c < kClassCount; ++c) {
      scores[c] += value * weights_[i][c];
    }
  }
  return scores;
}

std::string Softmax::ToText() const {
  std::string out;
  PutLine(means_, out);
  PutLine(scales_, out);
  for (const ClassValues& row : weights_) {
    PutLine({row.begin(), row.end()}, out);
  }
  return out;
}

Result<Softmax> Softmax::FromText(std::string_view& text) {
  Softmax model;
  model.means_ = TakeLine(text);
  model.scales_ = TakeLine(text);
  bool sound = !model.means_.empty() &&
               model.means_.size() == model.scales_.size() &&
               AreWithin(model.means_, -kLargest, kLargest) &&
               AreWithin(model.scales_, kSmallestScale, kLargest);
  for (std::size_t i = 0; sound && i <= model.means_.size(); ++i) {
    const std::vector<double> row = TakeLine(text);
    sound = row.size() == kClassCount && AreWithin(row, -kLargest, kLargest);
    if (!sound) break;
    ClassValues& values = model.weights_.emplace_back();
    std::copy(row.begin(), row.end(), values.begin());
  }
  if (sound) return model;
  return Fail(ErrorCode::kModelMissing, "class model",
              "The file of the class model is damaged; train it again.");
}

}  // namespace donthu
