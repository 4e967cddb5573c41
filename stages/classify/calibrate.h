// From scores of letters not seen in training to probabilities that mean
// what they say, and to the threshold above which the machine decides alone.
#pragma once

#include <vector>

#include "models/label.h"
#include "stages/classify/softmax.h"

namespace donthu {

// What a model said of a letter that it had not learnt from.
struct HeldOut {
  ClassValues scores = {};  // of the softmax, before the temperature
  int label = 0;            // the truth, index into kLabels
};

struct Calibration {
  double temperature = 1.0;
  double threshold = 1.0;       // on the probability of the legal class
  double least_coverage = 0.0;  // share of known words below which: novel
};

// Index of the highest value.
int TopClass(const ClassValues& probabilities);
// Of the legal class of `label`: kiến nghị and phản ánh are one.
double LegalProbability(const ClassValues& probabilities, Label label);

// Of the letters decided alone that must have the right legal class.
inline constexpr double kPrecision = 0.99;

// The temperature of least log loss.
double FitTemperature(const std::vector<HeldOut>& held);

// The lowest threshold at which at least `precision` of the letters decided
// have the right legal class, with 3 in 100 fewer errors than that allows, the
// next one counted as made already: on letters that it was not fitted to, a
// threshold holds a little less than it promises. 1 where no threshold does.
double FitThreshold(const std::vector<HeldOut>& held, double temperature,
                    double precision);

// Expected calibration error of the top label over ten equal bins, 0 to 1;
// `labels` are the truth, one a letter.
double CalibrationError(const std::vector<ClassValues>& probabilities,
                        const std::vector<int>& labels);

struct Interval {
  double low = 0.0;
  double high = 1.0;
};
// Where a share of `hits` of `all` lies with 95 %: E. B. Wilson, "Probable
// inference", 1927. `all` above 0.
Interval WilsonInterval(int hits, int all);

}  // namespace donthu
