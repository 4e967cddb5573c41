#include "stages/classify/calibrate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace donthu {
namespace {

double LogLoss(const std::vector<HeldOut>& held, double temperature) {
  double loss = 0.0;
  for (const HeldOut& one : held) {
    const ClassValues p = Probabilities(one.scores, temperature);
    loss -= std::log(std::max(1e-9, p[static_cast<std::size_t>(one.label)]));
  }
  return loss;
}

struct Decision {
  double probability = 0.0;  // of the legal class
  bool right = false;
};

std::vector<Decision> Decisions(const std::vector<HeldOut>& held,
                                double temperature) {
  std::vector<Decision> out;
  for (const HeldOut& one : held) {
    const ClassValues p = Probabilities(one.scores, temperature);
    const Label label = kLabels[static_cast<std::size_t>(TopClass(p))];
    const Label truth = kLabels[static_cast<std::size_t>(one.label)];
    out.push_back({LegalProbability(p, label),
                   LegalClassOf(label) == LegalClassOf(truth)});
  }
  std::sort(out.begin(), out.end(), [](const Decision& a, const Decision& b) {
    return a.probability > b.probability;
  });
  return out;
}

}  // namespace

int TopClass(const ClassValues& probabilities) {
  return static_cast<int>(
      std::max_element(probabilities.begin(), probabilities.end()) -
      probabilities.begin());
}

double LegalProbability(const ClassValues& probabilities, Label label) {
  double sum = 0.0;
  for (std::size_t c = 0; c < kClassCount; ++c) {
    if (LegalClassOf(kLabels[c]) == LegalClassOf(label)) {
      sum += probabilities[c];
    }
  }
  return std::min(sum, 1.0);  // of rounded ones it may be a little more
}

double FitTemperature(const std::vector<HeldOut>& held) {
  double best = 1.0;
  double least = LogLoss(held, best);
  for (double temperature = 0.3; temperature < 4.0; temperature *= 1.03) {
    const double loss = LogLoss(held, temperature);
    if (loss >= least) continue;
    least = loss;
    best = temperature;
  }
  return best;
}

double FitThreshold(const std::vector<HeldOut>& held, double temperature,
                    double precision) {
  constexpr int kFewest = 10;  // letters below which no share means anything
  constexpr double kErrorsUsed = 0.97;  // of those that `precision` allows
  const double least = 1.0 - kErrorsUsed * (1.0 - precision);
  double threshold = 1.0;
  int right = 0;
  int count = 0;
  const std::vector<Decision> decisions = Decisions(held, temperature);
  for (const Decision& decision : decisions) {
    ++count;
    if (decision.right) ++right;
    const std::size_t next = static_cast<std::size_t>(count);
    const bool tied = next < decisions.size() &&
                      decisions[next].probability == decision.probability;
    if (tied || count < kFewest || right < least * (count + 1)) continue;
    threshold = decision.probability;
  }
  return threshold;
}

double CalibrationError(const std::vector<ClassValues>& probabilities,
                        const std::vector<int>& labels) {
  struct Bin {
    double confidence = 0.0;
    double right = 0.0;
  };
  std::array<Bin, 10> bins = {};
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const int top = TopClass(probabilities[i]);
    const double p = probabilities[i][static_cast<std::size_t>(top)];
    Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(p * 10))];
    bin.confidence += p;
    bin.right += top == labels[i] ? 1.0 : 0.0;
  }
  double error = 0.0;
  for (const Bin& bin : bins) error += std::abs(bin.confidence - bin.right);
  return labels.empty() ? 0.0 : error / static_cast<double>(labels.size());
}

Interval WilsonInterval(int hits, int all) {
  constexpr double kZ95 = 1.959964;  // of the normal distribution
  constexpr double kSquare = kZ95 * kZ95;
  const double n = all;
  const double p = hits / n;
  const double middle = (p + kSquare / (2 * n)) / (1 + kSquare / n);
  const double half = kZ95 *
                      std::sqrt(p * (1 - p) / n + kSquare / (4 * n * n)) /
                      (1 + kSquare / n);
  return {middle - half, middle + half};
}

}  // namespace donthu
