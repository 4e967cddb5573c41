#include "stages/classify/train.h"

#include <cstdlib>
#include <set>
#include <utility>

#include "models/sha256.h"

namespace donthu {
namespace {

constexpr std::size_t kFewestWriters = 4;  // below: folds by scenario

Grouping GroupingFor(const std::vector<Sample>& samples) {
  std::set<std::string> writers;
  for (const Sample& sample : samples) writers.insert(sample.writer);
  return writers.size() >= kFewestWriters ? Grouping::kWriter
                                          : Grouping::kScenario;
}

}  // namespace

std::string CorpusHash(const std::vector<TrainingLetter>& letters) {
  std::string all;
  for (const TrainingLetter& letter : letters) {
    all += letter.entry.id + '\n';
    for (const Label part : letter.entry.parts) {
      all += std::string(ToString(part)) + ' ';
    }
    all += std::string(ToString(letter.entry.label)) + '\n';
    all += letter.letter.text + '\n';
  }
  return Sha256Hex(all);
}

Result<TrainReport> Train(const std::vector<TrainingLetter>& letters,
                          std::string_view lexicon_text) {
  auto lexicon = Lexicon::Parse(lexicon_text);
  if (!lexicon) return Failure{lexicon.error()};
  std::set<std::string> scenarios;
  for (const TrainingLetter& letter : letters) {
    scenarios.insert(letter.entry.scenario);
  }
  if (scenarios.size() < 20) {
    return Fail(ErrorCode::kModelMissing, "corpus",
                "Training needs letters of 20 scenarios or more.");
  }
  FeatureNames names;
  const auto made = MakeSamples(letters, *lexicon, names);
  if (!made) return Fail(made.error());
  const std::vector<Sample>& samples = *made;
  Evaluated evaluated =
      EvaluateSamples(samples, names, GroupingFor(samples), LearnOptions());
  Learnt& learnt = evaluated.whole;
  TrainReport report;
  report.evaluation = std::move(evaluated.report);
  ModelParts parts;
  parts.data_sha256 = CorpusHash(letters);
  parts.figures = FiguresLine(report.evaluation);
  parts.calibration = report.evaluation.calibration;
  parts.lexicon = std::move(*lexicon);
  parts.softmax = std::move(learnt.softmax);
  parts.heads = std::move(learnt.heads);
  report.model_text = ModelText(parts);
  return report;
}

bool IsWorse(const EvalReport& now, const ClassModel& before) {
  constexpr std::string_view kName = "macro F1 ";
  constexpr double kRounding = 5e-5;  // of the figure in the file
  const std::string& figures = before.parts().figures;
  const std::size_t at = figures.find(kName);
  if (at == std::string::npos) return false;
  const double then = std::strtod(figures.c_str() + at + kName.size(), nullptr);
  return FiguresOf(now).macro_f1 + kRounding < then;
}

}  // namespace donthu
