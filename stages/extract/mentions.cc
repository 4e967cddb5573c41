#include "stages/extract/mentions.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "stages/extract/addresses.h"
#include "stages/extract/dates.h"
#include "stages/extract/decisions.h"
#include "stages/extract/mend_senders.h"
#include "stages/extract/parties.h"
#include "stages/extract/whole_body.h"

namespace donthu {
namespace {

// Of those with one name the first stays; the nameless stay, too.
template <typename T>
void DropNamesakes(std::vector<T>& all) {
  std::vector<T> kept;
  for (T& one : all) {
    const std::string key = NameKey(one.name);
    const bool known =
        !key.empty() && std::any_of(kept.begin(), kept.end(), [&](const T& k) {
          return NameKey(k.name) == key;
        });
    if (!known) kept.push_back(std::move(one));
  }
  all = std::move(kept);
}

// ---- respondents ------------------------------------------------------------

constexpr int kNear = 160;  // characters between a party and what it is

int Gap(TextSpan a, TextSpan b) {
  return std::max(0, std::max(b.start - a.end, a.start - b.end));
}

TextSpan NameSpan(const Respondent& one) {
  if (one.name) return one.name->span;
  if (one.organisation) return one.organisation->span;
  return one.position ? one.position->span : TextSpan{};
}

// The party that follows a span at once ("Chủ tịch Lê Văn A"), else the nearest
// before it, else one that follows soon.
Respondent* PartyNear(TextSpan span, std::vector<Respondent>& parties) {
  constexpr int kAtOnce = 2;
  constexpr int kSoon = 12;
  Respondent* best = nullptr;
  int least = kNear;
  for (Respondent& party : parties) {
    const TextSpan name = NameSpan(party);
    int gap = Gap(name, span);
    if (name.start > span.start) {
      if (gap > kSoon) continue;
      gap = gap <= kAtOnce ? 0 : kNear - 1;
    }
    if (gap >= least) continue;
    least = gap;
    best = &party;
  }
  return best;
}

bool IsPerson(const LetterView& view, TextSpan span) {
  const auto name = NameAt(view, span.start, span.end);
  return name && name->span == span && HasFamilyName(view, *name);
}

// "Chủ tịch " of "Chủ tịch UBND xã A", of which the body is known; its start
// where there is none.
int PostStart(const LetterView& view, TextSpan body) {
  constexpr int kMostWords = 4;
  const int line = view.line(view.LineAt(body.start)).start;
  int at = body.start;
  for (int word = 0; word < kMostWords && at > line; ++word) {
    --at;
    while (at > line && view.ShapeAt(at - 1) != ' ') --at;
    const auto post = PostAt(view, at, body.end);
    if (post && post->start == at && post->end + 1 == body.start) return at;
  }
  return body.start;
}

Respondent PersonAt(const LetterView& view, TextSpan name) {
  Respondent person;
  person.name = view.Quote(name);
  return person;
}

Respondent PartyAt(const LetterView& view, const Zones& zones, TextSpan name) {
  if (IsPerson(view, name)) return PersonAt(view, name);
  const TextSpan whole = WholeBody(view, name);
  if (auto body = BodyOf(view, PostStart(view, whole), zones)) {
    const int start = body->position ? body->position->span.start : whole.start;
    body->organisation =
        view.Quote({body->organisation->span.start, whole.end});
    body->name = view.Quote({start, whole.end});
    return *body;
  }
  return PersonAt(view, name);
}

// A party that the rules found at the same place keeps what they know of it.
Respondent MendedParty(const LetterView& view, const Zones& zones,
                       const std::vector<Respondent>& found, TextSpan name) {
  const auto known = std::find_if(
      found.begin(), found.end(),
      [&](const Respondent& one) { return Touch(NameSpan(one), name); });
  if (known == found.end()) return PartyAt(view, zones, name);
  Respondent party = *known;
  if (known->kind == RespondentKind::kPerson) {
    party.name = view.Quote(name);
    return party;
  }
  const Respondent body = PartyAt(view, zones, name);
  party.name = body.name;
  if (body.organisation) party.organisation = body.organisation;
  return party;
}

void GiveParty(const LetterView& view, TextSpan span,
               OptionalText Respondent::*member,
               std::vector<Respondent>& parties) {
  Respondent* party = PartyNear(span, parties);
  if (party != nullptr) party->*member = view.Quote(span);
}

void MendRespondents(const LetterView& view, const Zones& zones,
                     const std::vector<TaggedSpan>& spans,
                     std::vector<Respondent>& respondents) {
  std::vector<TextSpan> names = SpansOfKind(spans, FieldKind::kRespondentName);
  if (names.empty()) {  // a body that nobody stands for
    names = SpansOfKind(spans, FieldKind::kRespondentOrganisation);
  }
  std::vector<Respondent> mended;
  for (const TextSpan name : names) {
    mended.push_back(MendedParty(view, zones, respondents, name));
  }
  respondents = std::move(mended);
  for (const TextSpan span :
       SpansOfKind(spans, FieldKind::kRespondentOrganisation)) {
    GiveParty(view, WholeBody(view, span), &Respondent::organisation,
              respondents);
  }
  for (const TextSpan span :
       SpansOfKind(spans, FieldKind::kRespondentPosition)) {
    GiveParty(view, span, &Respondent::position, respondents);
  }
  for (const TextSpan span :
       SpansOfKind(spans, FieldKind::kRespondentAddress)) {
    GiveParty(view, span, &Respondent::address, respondents);
  }
}

// ---- decisions --------------------------------------------------------------

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

void MendDecisions(const LetterView& view, const std::vector<TaggedSpan>& spans,
                   const OptionalText& letter_date,
                   std::vector<DecisionRef>& decisions) {
  // The nearest decision that lacks a member.
  const auto near = [&](TextSpan span, OptionalText DecisionRef::*member) {
    DecisionRef* best = nullptr;
    int least = kNear;
    for (DecisionRef& decision : decisions) {
      if (decision.*member) continue;
      const int gap = Gap(AnchorOf(decision), span);
      if (gap >= least) continue;
      least = gap;
      best = &decision;
    }
    return best;
  };
  const auto is_known = [&](TextSpan span, OptionalText DecisionRef::*member) {
    return std::any_of(
        decisions.begin(), decisions.end(),
        [&](const DecisionRef& one) { return Touches(one.*member, span); });
  };
  for (const TextSpan span : SpansOfKind(spans, FieldKind::kDecisionNumber)) {
    static const Pattern kNumber(R"re(\d{1,7}(?:\s?[/-][^\n]+)?)re");
    const auto number = view.Find(kNumber, span);
    if (!number || is_known(span, &DecisionRef::number)) continue;
    const std::string_view folded = view.Folded(number->span);
    if (IsGeneralRule(folded) || IsNumbered(decisions, folded)) continue;
    DecisionRef decision;
    decision.number = view.Quote(number->span);
    decisions.push_back(std::move(decision));
  }
  for (const TextSpan span : SpansOfKind(spans, FieldKind::kDecisionDate)) {
    if (is_known(span, &DecisionRef::date)) continue;
    OptionalText date = DayOf(view, span, letter_date);
    if (!date) continue;
    DecisionRef* decision = near(span, &DecisionRef::date);
    if (decision == nullptr) {  // no number
      auto paper = PaperOf(view, span);
      if (!paper) continue;
      decision = &decisions.emplace_back(*std::move(paper));
    }
    decision->date = std::move(date);
  }
  for (const TextSpan span : SpansOfKind(spans, FieldKind::kDecisionIssuer)) {
    bool known = false;
    for (DecisionRef& decision : decisions) {
      if (!Touches(decision.issuer, span)) continue;
      decision.issuer = view.Quote(WholeBody(view, span));
      known = true;
    }
    DecisionRef* decision = known ? nullptr : near(span, &DecisionRef::issuer);
    if (decision != nullptr) {
      decision->issuer = view.Quote(WholeBody(view, span));
    }
  }
}

void MendQuotes(const LetterView& view, const std::vector<TextSpan>& spans,
                std::vector<LocatedText>& quotes) {
  if (spans.empty()) return;
  quotes.clear();
  for (const TextSpan span : spans) quotes.push_back(view.Quote(span));
}

}  // namespace

void AddLikelyRespondents(const std::vector<TaggedSpan>& rules,
                          const std::vector<TextSpan>& words,
                          const ChainProbabilities& likely,
                          std::vector<TaggedSpan>& marked) {
  constexpr double kLikely = 0.1;
  constexpr FieldKind kKinds[] = {FieldKind::kRespondentName,
                                  FieldKind::kRespondentOrganisation};
  // That any word of the span belongs to a respondent.
  const auto chance = [&](TextSpan span) {
    double most = 0.0;
    const auto [first, last] = WordsTouched(words, span);
    for (std::size_t i = first; i < last; ++i) {
      const TagScores tags = likely.TagsAt(i);
      double sum = 0.0;
      for (const FieldKind kind : kKinds) {
        const auto number = static_cast<std::size_t>(kind);
        sum += tags[FirstTagOf(number)] + tags[LaterTagOf(number)];
      }
      most = std::max(most, sum);
    }
    return most;
  };
  for (const TaggedSpan& one : rules) {
    if (std::find(std::begin(kKinds), std::end(kKinds), one.kind) ==
        std::end(kKinds)) {
      continue;
    }
    const bool touched = std::any_of(
        marked.begin(), marked.end(),
        [&](const TaggedSpan& other) { return Touch(other.span, one.span); });
    if (touched || chance(one.span) < kLikely) continue;
    const auto after = std::find_if(marked.begin(), marked.end(),
                                    [&](const TaggedSpan& other) {
                                      return other.span.start > one.span.start;
                                    });
    marked.insert(after, one);
  }
}

void Mend(const LetterView& view, const Zones& zones,
          const std::vector<TaggedSpan>& spans, Fields& fields) {
  MendSenders(view, spans, fields.senders);
  DropNamesakes(fields.senders);
  MendDecisions(view, spans, fields.letter_date, fields.decisions);
  MendRespondents(view, zones, spans, fields.respondents);
  DropNamesakes(fields.respondents);
  DropSenders(fields.senders, fields.respondents);
  MendQuotes(view, SpansOfKind(spans, FieldKind::kRequest), fields.requests);
  MendQuotes(view, SpansOfKind(spans, FieldKind::kAttachment),
             fields.attachments);
  const auto places = SpansOfKind(spans, FieldKind::kIncidentPlace);
  if (!places.empty()) fields.incident_place = view.Quote(places[0]);
}

}  // namespace donthu
