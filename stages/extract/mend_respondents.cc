#include "stages/extract/mend_respondents.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "stages/extract/addresses.h"
#include "stages/extract/names.h"
#include "stages/extract/parties.h"
#include "stages/extract/whole_body.h"

namespace donthu {
namespace {

constexpr int kNearParty = 160;  // characters between a party and what it is

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
  int least = kNearParty;
  for (Respondent& party : parties) {
    const TextSpan name = NameSpan(party);
    int gap = Gap(name, span);
    if (name.start > span.start) {
      if (gap > kSoon) continue;
      gap = gap <= kAtOnce ? 0 : kNearParty - 1;
    }
    if (gap >= least) continue;
    least = gap;
    best = &party;
  }
  return best;
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

// "Lê Văn A", "Lê Văn A làm Chủ tịch xã B": the name alone, where nothing or
// words of a post stand behind it.
std::optional<TextSpan> PersonIn(const LetterView& view, TextSpan span) {
  static const Pattern kPost(R"re(,? (?:lam|la|giu|nguyen|hien)\b)re");
  const auto name = NameAt(view, span.start, span.end);
  if (!name || name->span.start != span.start) return std::nullopt;
  if (!HasFamilyName(view, *name)) return std::nullopt;
  const bool alone = name->span == span;
  if (!alone && !view.MatchStart(kPost, {name->span.end, span.end})) {
    return std::nullopt;
  }
  return name->span;
}

Respondent PartyAt(const LetterView& view, const Zones& zones, TextSpan name) {
  if (const auto person = PersonIn(view, name)) return PersonAt(view, *person);
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

// "ông Lê Văn A, Chủ tịch UBND xã B", "Chủ tịch UBND xã B là ông Lê Văn A":
// who holds a post that is named as the party.
std::optional<TextSpan> HolderBeside(const LetterView& view,
                                     const Respondent& party) {
  constexpr int kFar = 70;  // characters
  static const Pattern kForm(
      R"re(\b(?:ong|ba|anh|chi|co|thay|dong chi)\s+(?=[a-z]))re");
  static const Pattern kBefore(
      R"re(\s?[,(-]?\s?(?:(?:nam nay )?\d\d tuoi,\s?|sinh nam \d{4},\s?)?)re"
      R"re((?:(?:hien|nguyen|dang)\s)?(?:la\s|giu chuc\s|chuc vu:?\s)?(?:pho\s)?$)re");
  static const Pattern kAfter(
      R"re(\s?[,(:-]?\s?(?:(?:la|ten)\s)?(?:(?:ong|ba|anh|chi|co|thay|)re"
      R"re(dong chi)\s+|(?<=ten\s))(?=[a-z]))re");
  if (!party.position || !party.name) return std::nullopt;
  const TextSpan whole = party.name->span;
  const TextSpan line = view.line(view.LineAt(whole.start));
  const TextSpan before = {std::max(line.start, whole.start - kFar),
                           whole.start};
  for (const Match& form : view.FindAll(kForm, before)) {
    const auto name = NameAt(view, form.span.end, whole.start);
    if (!name || !HasFamilyName(view, *name)) continue;
    if (view.MatchStart(kBefore, {name->span.end, whole.start})) {
      return name->span;
    }
  }
  const auto after = view.MatchStart(kAfter, {whole.end, line.end});
  const auto name =
      after ? NameAt(view, after->span.end, line.end) : std::nullopt;
  if (!name || !HasFamilyName(view, *name)) return std::nullopt;
  return name->span;
}

void NameHolders(const LetterView& view, std::vector<Respondent>& parties) {
  for (Respondent& party : parties) {
    if (party.kind == RespondentKind::kPerson) continue;
    const auto holder = HolderBeside(view, party);
    if (!holder) continue;
    party.name = view.Quote(*holder);
    party.kind = RespondentKind::kPerson;
  }
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

}  // namespace

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
  NameHolders(view, respondents);
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

}  // namespace donthu
