// Cross-validation: what a model says of letters that it did not learn from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "stages/classify/calibrate.h"
#include "stages/classify/learn.h"
#include "stages/classify/samples.h"

namespace donthu {

// The contents of a letter, among the four classes that can be parts.
struct PartCount {
  int found = 0;  // said and true
  int said = 0;
  int truth = 0;
};

struct EvalLetter {
  HeldOut held;
  bool read_right = false;      // the same of the copy that an engine read
  bool unmarked_right = false;  // and of the copy without marks
  std::string condition;  // of the scan that was read; empty: drawn damage
  PartCount parts;
  double coverage = 0.0;  // share of known words
  int fold = 0;
  std::string writer;
  std::string difficulty;
};

struct EvalReport {
  Grouping grouping = Grouping::kWriter;
  std::vector<EvalLetter> letters;  // in the order of the corpus
  Calibration calibration;          // fitted on all of them
};

struct EvalFigures {
  int letters = 0;
  double accuracy = 0.0;
  double legal_accuracy = 0.0;
  double macro_f1 = 0.0;
  double complaint_or_denunciation = 0.0;  // of KN and TC letters, not taken
                                           // for one another
  double read_accuracy = 0.0;              // of the copies that an engine read
  double unmarked_accuracy = 0.0;          // of those without marks
  double parts_f1 = 0.0;           // of letters with or said to have several
  double calibration_error = 0.0;  // temperature fitted in the other folds
  int decided = 0;                 // threshold chosen in the other folds
  int decided_right = 0;           // legal class
};

struct Evaluated {
  EvalReport report;
  Learnt whole;  // from all letters, on the way
};

// There must be letters of two groups or more.
Evaluated EvaluateSamples(const std::vector<Sample>& samples,
                          const FeatureNames& names, Grouping grouping,
                          const LearnOptions& options);

// The same from normalized letters. Fails with kModelMissing where the
// lexicon is damaged or there are fewer than two groups.
Result<EvalReport> Evaluate(const std::vector<TrainingLetter>& letters,
                            std::string_view lexicon_text, Grouping grouping);

EvalFigures FiguresOf(const EvalReport& report);
// Tables for a person: confusion, figures, by difficulty, by writer.
std::string EvalText(const EvalReport& report);
// The figures in one line, as the model file carries them.
std::string FiguresLine(const EvalReport& report);

}  // namespace donthu
