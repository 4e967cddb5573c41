#include "stages/classify/softmax.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <sstream>
#include <utility>

#include "models/label.h"

namespace donthu {
namespace {

using Rows = std::vector<std::vector<double>>;

// Beyond these no training comes; within them every score is finite.
constexpr double kLargest = 1e9;
constexpr double kSmallestScale = 1e-9;

template <std::size_t N>
std::array<double, N> Normalized(const std::array<double, N>& scores,
                                 double temperature) {
  const double top = *std::max_element(scores.begin(), scores.end());
  std::array<double, N> out = {};
  double sum = 0.0;
  for (std::size_t c = 0; c < N; ++c) {
    out[c] = std::exp((scores[c] - top) / temperature);
    sum += out[c];
  }
  for (double& value : out) value /= sum;
  return out;
}

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
std::vector<OutcomeValues> Gradient(const Rows& rows,
                                    const std::vector<DenseExample>& examples,
                                    const std::vector<OutcomeValues>& weights) {
  std::vector<OutcomeValues> gradient(weights.size(), OutcomeValues{});
  double total = 0.0;
  for (const DenseExample& example : examples) total += example.weight;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    OutcomeValues scores = {};
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      for (std::size_t c = 0; c < kOutcomeCount; ++c) {
        scores[c] += rows[r][i] * weights[i][c];
      }
    }
    OutcomeValues errors = Normalized(scores, 1.0);
    errors[static_cast<std::size_t>(examples[r].outcome)] -= 1.0;
    for (double& error : errors) error *= examples[r].weight / total;
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      for (std::size_t c = 0; c < kOutcomeCount; ++c) {
        gradient[i][c] += rows[r][i] * errors[c];
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

int OutcomeOfPair(int a, int b) {
  const auto [low, high] = std::minmax(a, b);
  // 5: (0,1), (0,2), (0,3), (1,2), (1,3), (2,3)
  return kContentCount + low * (2 * kContentCount - low - 1) / 2 + high - low;
}

ClassValues ClassScores(const OutcomeValues& scores) {
  ClassValues out = {};
  std::copy_n(scores.begin(), kContentCount, out.begin());
  const auto pairs = scores.begin() + kContentCount + 1;
  const double top = *std::max_element(pairs, scores.end());
  const double sum = std::accumulate(pairs, scores.end(), 0.0,
                                     [&](double so_far, double score) {
                                       return so_far + std::exp(score - top);
                                     });
  out[static_cast<std::size_t>(Label::kHonHop)] = top + std::log(sum);
  out[static_cast<std::size_t>(Label::kKhac)] = scores[kContentCount];
  return out;
}

ClassValues Probabilities(const ClassValues& scores, double temperature) {
  return Normalized(scores, temperature);
}

Softmax Softmax::Train(const std::vector<DenseExample>& examples,
                       double decay) {
  constexpr int kSteps = 300;
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
  model.weights_.assign(rows[0].size(), OutcomeValues{});
  std::vector<OutcomeValues> speed(rows[0].size(), OutcomeValues{});
  for (int step = 0; step < kSteps; ++step) {
    const auto gradient = Gradient(rows, examples, model.weights_);
    for (std::size_t i = 0; i < speed.size(); ++i) {
      for (std::size_t c = 0; c < kOutcomeCount; ++c) {
        const double pull = gradient[i][c] + decay * model.weights_[i][c];
        speed[i][c] = kMomentum * speed[i][c] - kRate * 0.2 * pull;
        model.weights_[i][c] += speed[i][c];
      }
    }
  }
  return model;
}

OutcomeValues Softmax::Scores(const std::vector<double>& values) const {
  OutcomeValues scores = weights_.back();
  for (std::size_t i = 0; i < means_.size(); ++i) {
    const double value = (values[i] - means_[i]) / scales_[i];
    for (std::size_t c = 0; c < kOutcomeCount; ++c) {
      scores[c] += value * weights_[i][c];
    }
  }
  return scores;
}

std::string Softmax::ToText() const {
  std::string out;
  PutLine(means_, out);
  PutLine(scales_, out);
  for (const OutcomeValues& row : weights_) {
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
    sound = row.size() == kOutcomeCount && AreWithin(row, -kLargest, kLargest);
    if (!sound) break;
    OutcomeValues& values = model.weights_.emplace_back();
    std::copy(row.begin(), row.end(), values.begin());
  }
  if (sound) return model;
  return Fail(ErrorCode::kModelMissing, "class model",
              "The file of the class model is damaged; train it again.");
}

}  // namespace donthu
