#include "stages/classify/classify.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/vietnamese.h"
#include "stages/classify/class_model.h"
#include "stages/classify/explain.h"
#include "stages/classify/title.h"

namespace donthu {
namespace {

constexpr int kFewestWords = 60;    // the shortest letter learnt from has 69
constexpr int kWordsToOneGap = 12;  // more dotted lines than this: a form

double Rounded(double value) { return std::round(value * 1e4) / 1e4; }

int CountOf(const Reading& reading, TokenKind kind) {
  return static_cast<int>(
      std::count_if(reading.tokens.begin(), reading.tokens.end(),
                    [&](const Token& token) { return token.kind == kind; }));
}

// Runs of dots left to be filled in by hand.
int GapCount(std::string_view text) {
  constexpr std::u32string_view kDots = U".\u2026_";
  int gaps = 0;
  int run = 0;
  for (const char32_t c : CodePointsOf(text)) {
    if (kDots.find(c) == std::u32string_view::npos) {
      if (run >= 3) ++gaps;
      run = 0;
    } else {
      run += c == 0x2026 ? 3 : 1;
    }
  }
  return gaps;
}

bool IsNovel(std::string_view text, const Reading& reading,
             const LetterScores& scores, const Calibration& calibration) {
  const int words = CountOf(reading, TokenKind::kWord);
  return words < kFewestWords ||
         CountOf(reading, TokenKind::kNumber) * 2 > words ||
         GapCount(text) * kWordsToOneGap > words ||
         scores.coverage < calibration.least_coverage;
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

ClassValues WithPriors(ClassValues probabilities, const ClassPriors& priors) {
  double sum = 0.0;
  for (std::size_t c = 0; c < probabilities.size(); ++c) {
    probabilities[c] *= priors.factors[c];
    sum += probabilities[c];
  }
  for (double& value : probabilities) value /= sum;
  return probabilities;
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

Classify::Classify(std::shared_ptr<const ClassModel> model, ClassPriors priors)
    : model_(std::move(model)), priors_(priors) {}
Classify::~Classify() = default;

Result<Classify::Output> Classify::Run(Input input) const {
  const ModelParts& parts = model_->parts();
  const std::string text = RunningText(input.letter);
  const Reading reading = ReadLetter(text, parts.lexicon);
  if (CountOf(reading, TokenKind::kWord) == 0) return OfNothing();
  const LetterScores scores = ScoreLetter(parts.heads, reading);
  Classification out;
  const ClassValues probabilities = Probabilities(
      ClassScores(parts.softmax.Scores(SummaryOf(scores, reading))),
      parts.calibration.temperature);
  SetProbabilities(WithPriors(probabilities, priors_), out);
  out.novel = IsNovel(text, reading, scores, parts.calibration);
  out.decided =
      !out.novel && out.legal_confidence >= parts.calibration.threshold;
  out.parts =
      PartsOf(text, input.fields, reading, scores, out.label, out.confidence);
  SetTitle(input, reading, out);
  out.evidence = EvidenceOf(input.letter, reading, scores, out.label);
  return out;
}

}  // namespace donthu
