// A cross-validation as two drawings (SVG 1.1), for a person.
#pragma once

#include <string>

#include "stages/classify/evaluate.h"

namespace donthu {

// For ten bins of the claimed probability of the top class: how many letters
// of it are right, with the 95 % interval (Wilson 1927), against the diagonal
// of a model that means what it says. Temperature fitted in the other folds.
std::string ReliabilitySvg(const EvalReport& report);

// Errors of the legal class among the letters decided alone, against the share
// of letters decided, the surest first; with the operating threshold.
std::string RiskCoverageSvg(const EvalReport& report);

}  // namespace donthu
