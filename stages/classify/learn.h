// From samples to a decision rule, and what it would say of letters that it
// did not see.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "stages/classify/heads.h"
#include "stages/classify/samples.h"
#include "stages/classify/softmax.h"

namespace donthu {

struct LearnOptions {
  BlockWeights letter_blocks = {1.0F, 1.0F, 0.7F, 1.0F, 0.6F, 0.0F, 1.2F, 1.0F};
  BlockWeights passage_blocks = {1.0F, 1.0F, 0.0F, 0.0F,
                                 0.0F, 0.0F, 1.2F, 0.6F};
  double letter_cost = 1.0;
  double passage_cost = 0.3;
  double decay = 0.01;  // of the softmax
  int inner_folds = 5;
  int copies = 3;  // of each letter that is learnt from
};

using SampleSet = std::vector<const Sample*>;

struct Learnt {
  Heads heads;
  Softmax softmax;
};

Heads LearnHeads(const SampleSet& samples, const FeatureNames& names,
                 const LearnOptions& options);

// The softmax learns from summaries that heads made of letters which they had
// not seen: folds by scenario.
Learnt Learn(const SampleSet& samples, const FeatureNames& names,
             const LearnOptions& options);

// Which of `folds` a group belongs to; the same everywhere.
int FoldOf(const std::string& group, int folds);

// Calls `work(i)` for each i below `count` on up to two threads.
void InParallel(int count, const std::function<void(int)>& work);

}  // namespace donthu
