#include "tests/bench/error_fit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace donthu::bench {
namespace {

constexpr int kSweeps = 400;
constexpr double kSmallGain = 1e-9;

double Deviance(double truth, double expected) {
  const double ratio =
      (truth + kRateSlack) / (std::min(expected, 1.0) + kRateSlack);
  return ratio - 1.0 - std::log(ratio);
}

// The sums of all rows, with one weight's part of them taken out.
struct Line {
  const std::vector<MeasuredError>& rows;
  std::vector<double> rest;
  std::vector<double> part;  // a unit of the weight

  double Loss(double weight) const {
    double loss = 0.0;
    double shares = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      loss +=
          rows[i].share * Deviance(rows[i].rate, rest[i] + weight * part[i]);
      shares += rows[i].share;
    }
    return loss / std::max(shares, 1e-12);
  }
};

// Golden section (Kiefer, 1953) between `low` and `high`.
template <typename Loss>
double Least(double low, double high, Loss loss) {
  constexpr double kGolden = 0.6180339887498949;
  double a = high - kGolden * (high - low);
  double b = low + kGolden * (high - low);
  double at_a = loss(a);
  double at_b = loss(b);
  for (int i = 0; i < 40; ++i) {
    if (at_a < at_b) {
      high = b;
      b = a;
      at_b = at_a;
      a = high - kGolden * (high - low);
      at_a = loss(a);
    } else {
      low = a;
      a = b;
      at_a = at_b;
      b = low + kGolden * (high - low);
      at_b = loss(b);
    }
  }
  return (low + high) / 2.0;
}

std::vector<double> Sums(const ErrorFit& fit,
                         const std::vector<MeasuredError>& rows) {
  std::vector<double> sums;
  for (const MeasuredError& row : rows) {
    double sum = fit.least;
    for (std::size_t j = 0; j < fit.weights.size(); ++j) {
      sum += fit.weights[j] * row.measures[j];
    }
    sums.push_back(sum);
  }
  return sums;
}

// The best value of one weight from `low` on, the others as they are.
double Step(const std::vector<MeasuredError>& rows,
            const std::vector<double>& sums, std::vector<double> part,
            double weight, double low, double cost) {
  constexpr double kMost = 5.0;
  Line line{rows, sums, std::move(part)};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    line.rest[i] -= weight * line.part[i];
  }
  const auto loss = [&](double w) { return line.Loss(w) + cost * w * w; };
  const double high = std::max(std::min(kMost, 2.0 * weight + 0.02), low);
  const double best = Least(low, high, loss);
  if (loss(low) <= loss(best) + kSmallGain) return low;
  return loss(best) < loss(weight) ? best : weight;
}

}  // namespace

ErrorFit FitErrors(const std::vector<MeasuredError>& rows, double cost) {
  ErrorFit fit;
  if (rows.empty()) return fit;
  fit.least = kLeastRate;
  fit.weights.assign(rows.front().measures.size(), 0.01);
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    const std::vector<double> before = fit.weights;
    for (std::size_t j = 0; j < fit.weights.size(); ++j) {
      std::vector<double> part;
      for (const MeasuredError& row : rows) part.push_back(row.measures[j]);
      fit.weights[j] = Step(rows, Sums(fit, rows), std::move(part),
                            fit.weights[j], 0.0, cost);
    }
    fit.least =
        Step(rows, Sums(fit, rows), std::vector<double>(rows.size(), 1.0),
             fit.least, kLeastRate, 0.0);
    double moved = 0.0;
    for (std::size_t j = 0; j < fit.weights.size(); ++j) {
      moved = std::max(moved, std::abs(fit.weights[j] - before[j]));
    }
    if (moved < 1e-7) break;
  }
  return fit;
}

double ExpectedRate(const ErrorFit& fit, const std::vector<double>& measures) {
  double sum = fit.least;
  for (std::size_t j = 0; j < fit.weights.size(); ++j) {
    sum += fit.weights[j] * measures[j];
  }
  return std::clamp(sum, 0.0, 1.0);
}

}  // namespace donthu::bench
