// From a corpus to a model file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "stages/classify/class_model.h"
#include "stages/classify/evaluate.h"
#include "stages/classify/samples.h"

namespace donthu {

// sha256 of ids, labels and texts, 64 hex digits.
std::string CorpusHash(const std::vector<TrainingLetter>& letters);

struct TrainReport {
  std::string model_text;  // the bytes of the model file
  EvalReport evaluation;   // what calibration and threshold rest on
};

// The same letters in the same order and the same lexicon give the same
// bytes. Fails with kModelMissing where there are fewer than 20 scenarios
// or the lexicon is damaged.
Result<TrainReport> Train(const std::vector<TrainingLetter>& letters,
                          std::string_view lexicon_text);

// Whether a cross-validation has a lower macro F1 than the one that the model
// carries in its figures; false where it carries none.
bool IsWorse(const EvalReport& now, const ClassModel& before);

}  // namespace donthu
