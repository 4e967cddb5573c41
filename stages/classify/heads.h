// The two linear heads, letter and passage, and what they say together.
#pragma once

#include <array>
#include <vector>

#include "stages/classify/linear_head.h"
#include "stages/classify/reading.h"

namespace donthu {

// Questions of the passage head, in this order; the letter head asks the six
// labels, where a letter of several contents says yes to each of them too.
inline constexpr int kPassageQuestions = 5;  // KN, TC, KNg, PA, khac
// Parts of a letter's body that SummaryOf() looks at by themselves: a content
// of two sentences in the middle is outvoted by the whole.
inline constexpr int kStretches = 3;
// How many values SummaryOf() gives: the letter's scores; four a question and
// two more a stretch; of the four contents three each, and four a pair.
inline constexpr int kSummarySize =
    6 + (4 + 2 * kStretches) * kPassageQuestions + 3 * 4 + 4 * 6;

struct Heads {
  LinearHead letter;
  LinearHead passage;
};

struct LetterScores {
  std::vector<double> letter;  // log-odds, in the order of kLabels
  // For each passage the probability that it carries the class.
  std::vector<std::array<double, kPassageQuestions>> passages;
  double coverage = 0.0;  // share of known words, 0 to 1
};

LetterScores ScoreLetter(const Heads& heads, const Reading& reading);

// A fixed number of values for the last step: the letter's scores, how
// strongly the strongest passages speak for each class, and for each pair.
std::vector<double> SummaryOf(const LetterScores& scores,
                              const Reading& reading);

}  // namespace donthu
