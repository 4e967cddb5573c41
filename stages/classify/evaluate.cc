#include "stages/classify/evaluate.h"

#include <algorithm>
#include <bit>
#include <set>
#include <utility>

#include "stages/classify/explain.h"
#include "stages/classify/in_parallel.h"
#include "stages/classify/lexicon.h"

namespace donthu {
namespace {

constexpr int kFolds = 5;

struct Judgement {
  LetterScores scores;
  ClassValues classes = {};
};

Judgement JudgementOf(const Learnt& learnt, const Sample& sample,
                      CopyKind kind) {
  const SampleCopy& copy = sample.copies[static_cast<std::size_t>(kind)];
  Judgement out{ScoreFeatures(learnt.heads, copy.letter, copy.passages), {}};
  out.classes =
      ClassScores(learnt.softmax.Scores(SummaryOf(out.scores, copy.reading)));
  return out;
}

bool IsRight(const Learnt& learnt, const Sample& sample, CopyKind kind) {
  return TopClass(JudgementOf(learnt, sample, kind).classes) == sample.label;
}

PartCount PartCountOf(const Sample& sample, const Judgement& judgement) {
  constexpr unsigned kContents = 0xF;  // the first four labels
  const Label label =
      kLabels[static_cast<std::size_t>(TopClass(judgement.classes))];
  unsigned said = 0;
  for (const Label part :
       PartLabels(sample.copies[0].reading, judgement.scores, label)) {
    said |= 1U << static_cast<unsigned>(part);
  }
  return {std::popcount(said & sample.answers & kContents),
          std::popcount(said & kContents),
          std::popcount(sample.answers & kContents)};
}

EvalLetter EvalLetterOf(const Learnt& learnt, const Sample& sample, int fold) {
  EvalLetter out;
  const Judgement judgement = JudgementOf(learnt, sample, CopyKind::kWritten);
  out.held.label = sample.label;
  out.held.scores = judgement.classes;
  out.coverage = judgement.scores.coverage;
  out.parts = PartCountOf(sample, judgement);
  out.fold = fold;
  out.writer = sample.writer;
  out.difficulty = sample.difficulty;
  out.read_right = IsRight(learnt, sample, CopyKind::kRead);
  out.unmarked_right = IsRight(learnt, sample, CopyKind::kUnmarked);
  out.condition = sample.condition;
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

EvalReport Judge(const std::vector<Sample>& samples,
                 const std::vector<int>& folds, Grouping grouping,
                 const FoldedLearning& learning) {
  EvalReport report;
  report.grouping = grouping;
  report.letters.resize(samples.size());
  InParallel(static_cast<int>(samples.size()), [&](int i) {
    const auto at = static_cast<std::size_t>(i);
    const auto fold = static_cast<std::size_t>(folds[at]);
    report.letters[at] =
        EvalLetterOf(learning.without[fold], samples[at], folds[at]);
  });
  const std::vector<HeldOut> held = HeldOf(report.letters);
  report.calibration.temperature = FitTemperature(held);
  report.calibration.threshold =
      FitThreshold(held, report.calibration.temperature, kPrecision);
  report.calibration.least_coverage = LeastCoverage(report.letters);
  return report;
}

}  // namespace

Evaluated EvaluateSamples(const std::vector<Sample>& samples,
                          const FeatureNames& names, Grouping grouping,
                          const LearnOptions& options) {
  const SampleSet all = SetOf(samples);
  const std::vector<int> folds = FoldsOf(all, grouping, kFolds);
  FoldedLearning learning = LearnFolded(all, folds, names, options);
  EvalReport report = Judge(samples, folds, grouping, learning);
  return {std::move(report), std::move(learning.whole)};
}

Result<EvalReport> Evaluate(const std::vector<TrainingLetter>& letters,
                            std::string_view lexicon_text, Grouping grouping) {
  const auto lexicon = Lexicon::Parse(lexicon_text);
  if (!lexicon) return Failure{lexicon.error()};
  FeatureNames names;
  const auto made = MakeSamples(letters, *lexicon, names);
  if (!made) return Fail(made.error());
  const std::vector<Sample>& samples = *made;
  const auto folds = FoldsOf(SetOf(samples), grouping, kFolds);
  if (std::set<int>(folds.begin(), folds.end()).size() < 2) {
    return Fail(ErrorCode::kModelMissing, "corpus",
                "Cross-validation needs letters of two groups or more.");
  }
  return EvaluateSamples(samples, names, grouping, LearnOptions()).report;
}

}  // namespace donthu
