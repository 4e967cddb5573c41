#include "stages/classify/evaluate.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "stages/classify/lexicon.h"

namespace donthu {
namespace {

constexpr int kScenarioFolds = 6;
constexpr int kMostFolds = 8;

// Writers in turn; scenarios by their hash.
std::vector<int> FoldsOf(const std::vector<Sample>& samples,
                         Grouping grouping) {
  std::map<std::string, int> writers;
  for (const Sample& sample : samples) writers.emplace(sample.writer, 0);
  int next = 0;
  for (auto& [writer, fold] : writers) fold = next++ % kMostFolds;
  std::vector<int> folds;
  for (const Sample& sample : samples) {
    folds.push_back(grouping == Grouping::kWriter
                        ? writers[sample.writer]
                        : FoldOf(sample.scenario, kScenarioFolds));
  }
  return folds;
}

ClassValues ScoresOf(const Learnt& learnt, const SampleCopy& copy,
                     double* coverage) {
  const LetterScores scores = ScoreLetter(learnt.heads, copy.reading);
  if (coverage != nullptr) *coverage = scores.coverage;
  return learnt.softmax.Scores(SummaryOf(scores, copy.reading));
}

EvalLetter Judged(const Learnt& learnt, const Sample& sample, int fold) {
  EvalLetter out;
  out.held.label = sample.label;
  out.held.scores = ScoresOf(learnt, sample.copies[0], &out.coverage);
  out.fold = fold;
  out.writer = sample.writer;
  out.difficulty = sample.difficulty;
  for (std::size_t k = 1; k <= kDamagedCopies; ++k) {
    const ClassValues scores = ScoresOf(learnt, sample.copies[k], nullptr);
    if (TopClass(scores) == sample.label) out.noisy_hits += 1.0;
  }
  out.noisy_hits /= static_cast<double>(kDamagedCopies);
  return out;
}

// The share of known words that all but one letter in two hundred pass, half
// of it again: letters of others use other words.
double LeastCoverage(const std::vector<EvalLetter>& letters) {
  std::vector<double> shares;
  for (const EvalLetter& letter : letters) shares.push_back(letter.coverage);
  std::sort(shares.begin(), shares.end());
  return shares.empty() ? 0.0 : 0.5 * shares[shares.size() / 200];
}

std::vector<HeldOut> HeldOf(const std::vector<EvalLetter>& letters) {
  std::vector<HeldOut> held;
  for (const EvalLetter& letter : letters) held.push_back(letter.held);
  return held;
}

}  // namespace

EvalReport EvaluateSamples(const std::vector<Sample>& samples,
                           const FeatureNames& names, Grouping grouping,
                           const LearnOptions& options) {
  const std::vector<int> folds = FoldsOf(samples, grouping);
  EvalReport report;
  report.grouping = grouping;
  report.letters.resize(samples.size());
  for (const int fold : std::set<int>(folds.begin(), folds.end())) {
    SampleSet rest;
    for (std::size_t i = 0; i < samples.size(); ++i) {
      if (folds[i] != fold) rest.push_back(&samples[i]);
    }
    const Learnt learnt = Learn(rest, names, options);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      if (folds[i] == fold) {
        report.letters[i] = Judged(learnt, samples[i], fold);
      }
    }
  }
  const std::vector<HeldOut> held = HeldOf(report.letters);
  report.calibration.temperature = FitTemperature(held);
  report.calibration.threshold =
      FitThreshold(held, report.calibration.temperature, kPrecision);
  report.calibration.least_coverage = LeastCoverage(report.letters);
  return report;
}

Result<EvalReport> Evaluate(const std::vector<TrainingLetter>& letters,
                            std::string_view lexicon_text, Grouping grouping) {
  const auto lexicon = Lexicon::Parse(lexicon_text);
  if (!lexicon) return Failure{lexicon.error()};
  FeatureNames names;
  const std::vector<Sample> samples = MakeSamples(letters, *lexicon, names);
  const std::vector<int> folds = FoldsOf(samples, grouping);
  if (std::set<int>(folds.begin(), folds.end()).size() < 2) {
    return Fail(ErrorCode::kModelMissing, "corpus",
                "Cross-validation needs letters of two groups or more.");
  }
  return EvaluateSamples(samples, names, grouping, LearnOptions());
}

}  // namespace donthu
