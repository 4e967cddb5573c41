// The two linear heads, letter and passage, and what they say together.
#pragma once

#include <array>
#include <vector>

#include "models/label.h"
#include "stages/classify/linear_head.h"
#include "stages/classify/reading.h"
#include "stages/classify/roles.h"
#include "stages/classify/softmax.h"

namespace donthu {

// The letter head asks the six labels, where a letter of several contents says
// yes to each of them too. The passage head asks which class a passage decides,
// in this order: KN, TC, KNg, PA, khac; then which roles it has.
inline constexpr int kDecidedClasses = 5;
inline constexpr std::array<Label, kDecidedClasses> kDecidedLabels = {
    Label::kKhieuNai, Label::kToCao, Label::kKienNghi, Label::kPhanAnh,
    Label::kKhac};
inline constexpr int kPassageQuestions =
    kDecidedClasses + static_cast<int>(kRoleCount);
// Parts of a letter's body that SummaryOf() looks at by themselves: a content
// of two sentences in the middle is outvoted by the whole.
inline constexpr int kStretches = 3;
// Letter heads of a part of the features each: what the whole head weighs
// together they tell apart.
inline constexpr int kViews = 5;  // words, request, letters, concepts, opening
// How many values SummaryOf() gives: the scores of the letter heads; four a
// class and two more a stretch; six a question and three a role; two each of
// the stories and the requests of each class; of the four contents three each,
// and six a pair.
inline constexpr int kSummarySize =
    kClassCount * (1 + kViews) + (4 + 2 * kStretches) * kDecidedClasses +
    6 * kPassageQuestions + 3 * static_cast<int>(kRoleCount) +
    2 * 2 * kDecidedClasses + 3 * kContentCount + 6 * kPairCount;

struct Heads {
  LinearHead letter;
  std::array<LinearHead, kViews> views;
  LinearHead passage;
};

struct LetterScores {
  std::vector<double> letter;  // log-odds, in the order of kLabels
  std::vector<double> views;   // the same of each view
  // For each passage the answers to the questions, as probabilities.
  std::vector<std::array<double, kPassageQuestions>> passages;
  double coverage = 0.0;  // share of known words, 0 to 1
};

LetterScores ScoreLetter(const Heads& heads, const Reading& reading);
// The same of features that are there already.
LetterScores ScoreFeatures(const Heads& heads, const Features& letter,
                           const std::vector<Features>& passages);

// A fixed number of values for the last step: the letter's scores, how
// strongly the strongest passages speak for each class, and for each pair.
std::vector<double> SummaryOf(const LetterScores& scores,
                              const Reading& reading);

}  // namespace donthu
