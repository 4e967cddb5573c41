// From samples to a decision rule, and what it would say of letters that it
// did not see.
#pragma once

#include <array>
#include <functional>
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
  double decay = 0.012;  // of the softmax
  int inner_folds = 3;
  Grouping inner_grouping = Grouping::kWriter;
  int copies = 3;       // of each letter that is learnt from
  int read_copies = 2;  // of those, from which views and passages learn
};

using SampleSet = std::vector<const Sample*>;
SampleSet SetOf(const std::vector<Sample>& samples);  // all of them

struct Learnt {
  Heads heads;
  Softmax softmax;
};

Heads LearnHeads(const SampleSet& samples, const FeatureNames& names,
                 const LearnOptions& options);

// The softmax learns from summaries that heads made of letters which they had
// not seen: inner folds.
Learnt Learn(const SampleSet& samples, const FeatureNames& names,
             const LearnOptions& options);

// The fold of each sample, 0 to `folds` - 1, the same everywhere: writers in
// turn, scenarios by their hash.
std::vector<int> FoldsOf(const SampleSet& samples, Grouping grouping,
                         int folds);

// Calls `work(i)` for each i below `count` on up to two threads.
void InParallel(int count, const std::function<void(int)>& work);

}  // namespace donthu
