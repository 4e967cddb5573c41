// From samples to a decision rule, and what it would say of letters that it
// did not see.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "stages/classify/heads.h"
#include "stages/classify/samples.h"
#include "stages/classify/softmax.h"

namespace donthu {

// What letters of one fold share. By writer is the honest figure: the letters
// of a new office are by people whom the model never read.
enum class Grouping { kScenario, kWriter };

struct LearnOptions {
  BlockWeights letter_blocks = {1.0F, 1.0F, 0.0F, 1.0F, 0.6F,
                                0.0F, 1.2F, 1.0F, 0.0F};
  BlockWeights passage_blocks = {1.0F, 1.0F, 0.0F, 0.0F, 0.0F,
                                 0.0F, 1.2F, 0.6F, 0.6F};
  std::array<BlockWeights, kViews> view_blocks = {{
      {1.0F, 1.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F},
      {0.0F, 0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F},
      {0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F},
      {0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 1.0F, 1.0F, 0.0F},
      {0.0F, 0.0F, 0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, 0.0F},
  }};
  double letter_cost = 1.0;
  double passage_cost = 1.0;
  double decay = 0.003;  // of the softmax
  int copies = 3;        // of each letter that is learnt from
  int read_copies = 2;   // of those, from which views and passages learn
};

using SampleSet = std::vector<const Sample*>;
SampleSet SetOf(const std::vector<Sample>& samples);  // all of them

struct Learnt {
  Heads heads;
  Softmax softmax;
};

// What was learnt from all samples, and, for each fold, from all others.
struct FoldedLearning {
  Learnt whole;
  std::vector<Learnt> without;
};

// `folds`: of each sample, from 0, none empty; at least two, better five. A
// softmax learns from what heads say of letters that they have not seen: that
// of all, from the heads that left out the letter's fold; that of a fold, from
// heads that left out this fold and the letter's. So each pair of folds is
// learnt without once, for both.
FoldedLearning LearnFolded(const SampleSet& samples,
                           const std::vector<int>& folds,
                           const FeatureNames& names,
                           const LearnOptions& options);

// The fold of each sample, at most `folds`, numbered from 0 without gaps, the
// same everywhere: writers in turn, scenarios by their hash.
std::vector<int> FoldsOf(const SampleSet& samples, Grouping grouping,
                         int folds);

}  // namespace donthu
