// A small multinomial regression over a few dozen dense values.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"

namespace donthu {

inline constexpr int kClassCount = 6;  // kLabels
using ClassValues = std::array<double, kClassCount>;

// What a letter can be: one of the four contents, none (khac), or two of the
// contents. A letter of three counts as its two weightiest.
inline constexpr int kContentCount = 4;
inline constexpr int kPairCount = kContentCount * (kContentCount - 1) / 2;
inline constexpr int kOutcomeCount = kContentCount + 1 + kPairCount;
using OutcomeValues = std::array<double, kOutcomeCount>;
// Of two different contents, indices into kLabels below kContentCount.
int OutcomeOfPair(int a, int b);

struct DenseExample {
  std::vector<double> values;
  int outcome = 0;      // a content, 4: khac, else OutcomeOfPair()
  double weight = 1.0;  // share of one letter
};

class Softmax {
 public:
  Softmax() = default;

  // Deterministic gradient descent on standardised values; `decay` is the L2
  // penalty. All examples have as many values as the first.
  static Softmax Train(const std::vector<DenseExample>& examples, double decay);

  int width() const { return static_cast<int>(means_.size()); }

  // `values` are width() many. Log-odds up to a constant; softmax of them are
  // the probabilities.
  OutcomeValues Scores(const std::vector<double>& values) const;

  std::string ToText() const;
  // Takes the lines that ToText() wrote off the front of `text`. Fails with
  // kModelMissing, also on numbers so large that scores would not be finite.
  static Result<Softmax> FromText(std::string_view& text);

 private:
  std::vector<double> means_;
  std::vector<double> scales_;
  std::vector<OutcomeValues> weights_;  // one a value, the last is the bias
};

// Of the six labels, from those of the outcomes: hon_hop is any pair.
ClassValues ClassScores(const OutcomeValues& scores);

// Probabilities at a temperature: above 1 flatter, below 1 sharper.
ClassValues Probabilities(const ClassValues& scores, double temperature);

}  // namespace donthu
