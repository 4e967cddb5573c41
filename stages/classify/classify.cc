#include "stages/classify/classify.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "stages/classify/class_model.h"
#include "stages/classify/explain.h"
#include "stages/classify/title.h"

namespace donthu {
namespace {

constexpr int kFewestWords = 12;  // less is no letter that can be decided

double Rounded(double value) { return std::round(value * 1e4) / 1e4; }

int WordCount(const Reading& reading) {
  return static_cast<int>(std::count_if(
      reading.tokens.begin(), reading.tokens.end(),
      [](const Token& token) { return token.kind == TokenKind::kWord; }));
}

// What is known of nothing: no class, and little certainty of even that.
Classification OfNothing() {
  Classification out;
  out.probabilities = {0.1, 0.1, 0.1, 0.1, 0.1, 0.5};
  out.confidence = 0.5;
  out.legal_confidence = 0.5;
  out.novel = true;
  return out;
}

void SetProbabilities(const ClassValues& probabilities, Classification& out) {
  std::transform(probabilities.begin(), probabilities.end(),
                 out.probabilities.begin(), &Rounded);
  out.label = kLabels[static_cast<std::size_t>(TopClass(out.probabilities))];
  out.confidence = out.probabilities[static_cast<std::size_t>(out.label)];
  out.legal_confidence =
      Rounded(LegalProbability(out.probabilities, out.label));
}

void SetTitle(const Classify::Input& input, const Reading& reading,
              Classification& out) {
  out.title_label = input.fields.title
                        ? TitleLabelOf(input.fields.title->raw)
                        : TitleLabelOf(input.letter.text, reading);
  out.title_mismatch = out.title_label && LegalClassOf(*out.title_label) !=
                                              LegalClassOf(out.label);
}

}  // namespace

Classify::Classify(std::shared_ptr<const ClassModel> model)
    : model_(std::move(model)) {}
Classify::~Classify() = default;

Result<Classify::Output> Classify::Run(Input input) const {
  const ModelParts& parts = model_->parts();
  const Reading reading = ReadLetter(input.letter.text, parts.lexicon);
  if (WordCount(reading) == 0) return OfNothing();
  const LetterScores scores = ScoreLetter(parts.heads, reading);
  Classification out;
  SetProbabilities(
      Probabilities(parts.softmax.Scores(SummaryOf(scores, reading)),
                    parts.calibration.temperature),
      out);
  out.novel = WordCount(reading) < kFewestWords ||
              scores.coverage < parts.calibration.least_coverage;
  out.decided =
      !out.novel && out.legal_confidence >= parts.calibration.threshold;
  out.parts = PartsOf(input.letter, input.fields, reading, scores, out.label,
                      out.confidence);
  SetTitle(input, reading, out);
  out.evidence = EvidenceOf(input.letter, reading, scores, out.label);
  return out;
}

}  // namespace donthu
