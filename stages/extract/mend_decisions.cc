#include "stages/extract/mend_decisions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "stages/extract/dates.h"
#include "stages/extract/decisions.h"
#include "stages/extract/whole_body.h"

namespace donthu {
namespace {

constexpr int kNearNumber =
    160;  // characters from a number to what is said of it

TextSpan AnchorOf(const DecisionRef& decision) {
  return decision.number ? decision.number->span : decision.date->span;
}

// "Quyết định … ngày 05/02/2014": the paper that is named before the date, in
// its sentence.
std::optional<DecisionRef> PaperOf(const LetterView& view, TextSpan date) {
  constexpr int kFar = 60;  // characters
  static const Pattern kPaper(
      R"re(\b(quyet dinh|thong bao|ket luan|bien ban|cong van|ban an)\b)re"
      R"re([^.;\n]*$)re");
  const TextSpan line = view.line(view.LineAt(date.start));
  const auto named =
      view.Find(kPaper, {std::max(line.start, date.start - kFar), date.start});
  if (!named) return std::nullopt;
  const TextSpan word = named->groups[0];
  std::string kind(view.Folded(word));
  std::replace(kind.begin(), kind.end(), ' ', '_');
  DecisionRef paper;
  paper.kind = view.Locate(std::move(kind), word);
  return paper;
}

// Without spaces, and with one D however often OCR doubled its stroke.
std::string NumberKey(std::string_view folded) {
  std::string key = CompactNumber(folded);
  const auto is_doubled = [](char a, char b) { return a == 'd' && b == 'd'; };
  key.erase(std::unique(key.begin(), key.end(), is_doubled), key.end());
  return key;
}

// "905/ QĐĐ-UBND" is 905/QĐ-UBND, named once more.
bool IsNumbered(const std::vector<DecisionRef>& decisions,
                std::string_view folded) {
  const std::string key = NumberKey(folded);
  return std::any_of(
      decisions.begin(), decisions.end(), [&](const DecisionRef& one) {
        return one.number &&
               NumberKey(ShadowsOf(one.number->value).folded) == key;
      });
}

// Of a day without a year: the last one before the letter was written.
OptionalText DayOf(const LetterView& view, TextSpan span,
                   const OptionalText& letter_date) {
  OptionalText day = DayIn(view, span);
  if (day || !letter_date) return day;
  return DayBefore(view, span, letter_date->value);
}

// What is said around a number and not marked.
void FillUnmarked(const LetterView& view, const OptionalText& letter_date,
                  DecisionRef& decision) {
  const bool looked_at = decision.kind && decision.date;  // by the rules
  if (!decision.number || looked_at) return;
  DecisionRef said;
  said.number = decision.number;
  FillSaid(view, letter_date ? std::string_view(letter_date->value) : "", said);
  if (!decision.date) decision.date = std::move(said.date);
  if (!decision.issuer) decision.issuer = std::move(said.issuer);
}

// The nearest decision that lacks a member.
DecisionRef* NearestWithout(OptionalText DecisionRef::*member, TextSpan span,
                            std::vector<DecisionRef>& decisions) {
  DecisionRef* best = nullptr;
  int least = kNearNumber;
  for (DecisionRef& decision : decisions) {
    if (decision.*member) continue;
    const int gap = Gap(AnchorOf(decision), span);
    if (gap >= least) continue;
    least = gap;
    best = &decision;
  }
  return best;
}

bool IsFound(OptionalText DecisionRef::*member, TextSpan span,
             const std::vector<DecisionRef>& decisions) {
  return std::any_of(
      decisions.begin(), decisions.end(),
      [&](const DecisionRef& one) { return Touches(one.*member, span); });
}

void AddNumber(const LetterView& view, TextSpan span,
               std::vector<DecisionRef>& decisions) {
  static const Pattern kNumber(R"re(\d{1,7}(?:\s?[/-][^\n]+)?)re");
  const auto number = view.Find(kNumber, span);
  if (!number || IsFound(&DecisionRef::number, span, decisions)) return;
  const std::string_view folded = view.Folded(number->span);
  if (IsGeneralRule(folded) || IsNumbered(decisions, folded)) return;
  DecisionRef decision;
  decision.number = view.Quote(number->span);
  decisions.push_back(std::move(decision));
}

void GiveDate(const LetterView& view, TextSpan span,
              const OptionalText& letter_date,
              std::vector<DecisionRef>& decisions) {
  if (IsFound(&DecisionRef::date, span, decisions)) return;
  OptionalText date = DayOf(view, span, letter_date);
  if (!date) return;
  DecisionRef* decision = NearestWithout(&DecisionRef::date, span, decisions);
  if (decision == nullptr) {  // no number
    auto paper = PaperOf(view, span);
    if (!paper) return;
    decision = &decisions.emplace_back(*std::move(paper));
  }
  decision->date = std::move(date);
}

void GiveIssuer(const LetterView& view, TextSpan span,
                std::vector<DecisionRef>& decisions) {
  const OptionalText issuer = view.Quote(WholeBody(view, span));
  bool known = false;
  for (DecisionRef& decision : decisions) {
    if (!Touches(decision.issuer, span)) continue;
    decision.issuer = issuer;
    known = true;
  }
  if (known) return;
  DecisionRef* decision = NearestWithout(&DecisionRef::issuer, span, decisions);
  if (decision != nullptr) decision->issuer = issuer;
}

}  // namespace

void MendDecisions(const LetterView& view, const std::vector<TaggedSpan>& spans,
                   const OptionalText& letter_date,
                   std::vector<DecisionRef>& decisions) {
  for (const TextSpan span : SpansOfKind(spans, FieldKind::kDecisionNumber)) {
    AddNumber(view, span, decisions);
  }
  for (const TextSpan span : SpansOfKind(spans, FieldKind::kDecisionDate)) {
    GiveDate(view, span, letter_date, decisions);
  }
  for (const TextSpan span : SpansOfKind(spans, FieldKind::kDecisionIssuer)) {
    GiveIssuer(view, span, decisions);
  }
  for (DecisionRef& decision : decisions) {
    FillUnmarked(view, letter_date, decision);
  }
}

}  // namespace donthu
