#include "pipeline/review.h"

#include <algorithm>
#include <utility>

#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

// The parts that the machine found where they bear the person's label out;
// else one part without passages.
std::vector<Part> PartsFor(Label label, std::vector<Part> found) {
  if (label == Label::kHonHop && found.size() > 1) return found;
  std::vector<Part> kept;
  for (Part& part : found) {
    if (part.label == label) kept.push_back(std::move(part));
  }
  if (kept.empty()) {
    Part part;
    part.label = label;
    kept.push_back(part);
  }
  return kept;
}

void Reclass(Classification& c, Label label) {
  const auto at = [](Label l) { return static_cast<std::size_t>(l); };
  c.label = label;
  c.confidence = c.probabilities[at(label)];
  c.legal_confidence = 0.0;
  for (const Label other : kLabels) {
    if (LegalClassOf(other) == LegalClassOf(label)) {
      c.legal_confidence += c.probabilities[at(other)];
    }
  }
  c.parts = PartsFor(label, std::move(c.parts));
  c.title_mismatch = c.title_label && *c.title_label != label;
}

}  // namespace

Result<Record> Decided(Record record, const Decision& decision,
                       const Assess& assess) {
  if (!record.text || !record.fields || !record.classification) {
    return Fail(ErrorCode::kTextInvalid, record.record_id,
                "has no text to decide on");
  }
  Reclass(*record.classification, decision.label);
  const auto letter = Normalize().FromPlainText(*record.text);
  if (!letter) return Fail(letter.error());
  auto assessed = assess.Run(
      {*letter, *record.fields, *record.classification, record.received.date});
  if (!assessed) return Fail(assessed.error());
  record.assessment = std::move(*assessed);
  record.status = RecordStatus::kComplete;
  record.review_reasons.clear();
  record.review = Review{
      decision.by, decision.at, decision.reason, {"classification.label"}};
  return record;
}

}  // namespace donthu
