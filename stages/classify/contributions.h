// What in a letter speaks for one class and against another.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/label.h"
#include "stages/classify/class_model.h"

namespace donthu {

struct Contribution {
  std::string feature;    // as the model file names it: "w:bồi thường"
  double log_odds = 0.0;  // above 0: for the first class
};

// The words, pairs of words and concepts of the letter that weigh most in its
// letter head between the two classes, heaviest first, at most `most`; runs of
// letters are left out, since they say nothing to a person. The passages weigh
// beside it: Classification::evidence.
std::vector<Contribution> ContributionsTo(const ClassModel& model,
                                          std::string_view text, Label label,
                                          Label against, std::size_t most);

}  // namespace donthu
