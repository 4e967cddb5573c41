#include "stages/extract/mentions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "stages/extract/dates.h"
#include "stages/extract/identity.h"
#include "stages/extract/parties.h"

namespace donthu {
namespace {

bool Touch(TextSpan a, TextSpan b) {
  return a.start < b.end && b.start < a.end;
}

bool Touches(const OptionalText& text, TextSpan span) {
  return text && Touch(text->span, span);
}

std::vector<TextSpan> Of(const std::vector<TaggedSpan>& spans, FieldKind kind) {
  std::vector<TextSpan> out;
  for (const TaggedSpan& one : spans) {
    if (one.kind == kind) out.push_back(one.span);
  }
  return out;
}

OptionalText DayIn(const LetterView& view, TextSpan span) {
  const auto dates = DatesIn(view, span);
  if (!dates.empty()) return view.Locate(dates[0].iso, span);
  static const Pattern kMonth(
      R"re(\bthang (1[0-2]|0?[1-9])(?: nam |\s?[/.-]\s?)((?:19|20)\d\d)\b)re");
  if (const auto month = view.Find(kMonth, span)) {
    std::string iso = std::string(view.Text(month->groups[1])) + "-";
    const auto number = view.Text(month->groups[0]);
    if (number.size() == 1) iso += '0';
    return view.Locate(iso.append(number), month->span);
  }
  static const Pattern kYear(R"re(\b(?:19|20)\d\d\b)re");
  const auto year = view.Find(kYear, span);
  if (!year) return std::nullopt;
  return view.Locate(std::string(view.Text(year->span)), year->span);
}

OptionalText BirthOf(const LetterView& view, TextSpan span) {
  if (auto birth = BirthIn(view, span)) return birth;
  if (auto day = DayIn(view, span)) return day;
  static const Pattern kShort(R"re(\b\d\d$)re");  // "sanh năm 56"
  const auto digits = view.Find(kShort, span);
  if (!digits) return std::nullopt;
  return view.Locate("19" + std::string(view.Text(digits->span)), digits->span);
}

// "ÔNG LÊ VĂN A" and "Lê Văn A" are one, by their folded letters.
std::string KeyOf(const OptionalText& name) {
  return name ? ShadowsOf(name->value).folded : std::string();
}

// Of those with one name the first stays; the nameless stay, too.
template <typename T>
void DropNamesakes(std::vector<T>& all) {
  std::vector<T> kept;
  for (T& one : all) {
    const std::string key = KeyOf(one.name);
    const bool known =
        !key.empty() && std::any_of(kept.begin(), kept.end(), [&](const T& k) {
          return KeyOf(k.name) == key;
        });
    if (!known) kept.push_back(std::move(one));
  }
  all = std::move(kept);
}

// A telephone number by its place, as it was written years ago: "(067) 868
// 331", "036.872.115" have no form of today.
OptionalText PhoneOf(const LetterView& view, TextSpan span) {
  if (auto phone = PhoneIn(view, span)) return phone;
  constexpr std::size_t kFewest = 9;
  constexpr std::size_t kMost = 11;
  std::string digits;
  for (const char c : view.Folded(span)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.size() < kFewest || digits.size() > kMost || digits[0] != '0') {
    return std::nullopt;
  }
  return view.Locate(digits, span);
}

// ---- senders ----------------------------------------------------------------

// The value of one kind that a span gives a sender; false: none can be made
// of it.
bool Give(const LetterView& view, const TaggedSpan& one, Sender& sender) {
  const auto set = [&](OptionalText& to, OptionalText value) {
    if (!value) return false;
    if (!Touches(to, one.span)) to = std::move(value);
    return true;
  };
  switch (one.kind) {
    case FieldKind::kSenderBirth:
      return set(sender.birth_date, BirthOf(view, one.span));
    case FieldKind::kSenderIdDate:
      return set(sender.id_issued_date, DayIn(view, one.span));
    case FieldKind::kSenderIdPlace:
      return set(sender.id_issued_place, view.Quote(one.span));
    case FieldKind::kSenderAddress:
      return set(sender.address, view.Quote(one.span));
    case FieldKind::kSenderPhone:
      return set(sender.phone, PhoneOf(view, one.span));
    case FieldKind::kSenderId: {
      if (Touches(sender.id_number, one.span)) return true;
      Sender bare;
      FillBareId(view, one.span, bare);
      if (!bare.id_number) return false;
      sender.id_number = std::move(bare.id_number);
      sender.id_kind = std::move(bare.id_kind);
      return true;
    }
    default:
      return false;
  }
}

OptionalText* MemberOf(FieldKind kind, Sender& sender) {
  switch (kind) {
    case FieldKind::kSenderBirth:
      return &sender.birth_date;
    case FieldKind::kSenderId:
      return &sender.id_number;
    case FieldKind::kSenderIdDate:
      return &sender.id_issued_date;
    case FieldKind::kSenderIdPlace:
      return &sender.id_issued_place;
    case FieldKind::kSenderAddress:
      return &sender.address;
    case FieldKind::kSenderPhone:
      return &sender.phone;
    default:
      return nullptr;
  }
}

// Nothing tells who or where.
bool IsNobody(const Sender& sender) {
  return !sender.name && !sender.birth_date && !sender.id_number &&
         !sender.address && !sender.phone && !sender.email;
}

bool IsSendersData(FieldKind kind) {
  return kind != FieldKind::kSenderName && kind <= FieldKind::kSenderPhone;
}

// Whose data stand at `at`: the last person named before, else the first.
std::size_t OwnerAt(const std::vector<Sender>& senders, int at) {
  std::size_t owner = 0;
  for (std::size_t i = 0; i < senders.size(); ++i) {
    if (senders[i].name && senders[i].name->span.start <= at) owner = i;
  }
  return owner;
}

void MendSenders(const LetterView& view, const std::vector<TaggedSpan>& spans,
                 std::vector<Sender>& senders) {
  const auto names = Of(spans, FieldKind::kSenderName);
  if (!names.empty()) {
    std::vector<Sender> mended;
    for (const TextSpan name : names) {
      const auto known = std::find_if(
          senders.begin(), senders.end(),
          [&](const Sender& one) { return Touches(one.name, name); });
      Sender sender = known != senders.end() ? *known : Sender();
      sender.name = view.Quote(name);
      mended.push_back(std::move(sender));
    }
    // An e-mail address is sure, whosever.
    for (const Sender& one : senders) {
      const bool kept =
          std::any_of(names.begin(), names.end(),
                      [&](TextSpan name) { return Touches(one.name, name); });
      if (!kept && one.email && !mended[0].email) mended[0].email = one.email;
    }
    senders = std::move(mended);
  }
  std::vector<TaggedSpan> data;
  for (const TaggedSpan& one : spans) {
    if (IsSendersData(one.kind)) data.push_back(one);
  }
  if (senders.empty()) {
    if (data.empty()) return;
    senders.emplace_back();
  }
  // What the rules gave somebody and the model gave somebody else goes.
  for (Sender& sender : senders) {
    for (const TaggedSpan& one : data) {
      OptionalText* member = MemberOf(one.kind, sender);
      if (member == nullptr || !Touches(*member, one.span)) continue;
      if (&senders[OwnerAt(senders, one.span.start)] == &sender) continue;
      member->reset();
    }
  }
  std::vector<std::vector<FieldKind>> given(senders.size());
  for (const TaggedSpan& one : data) {
    const std::size_t owner = OwnerAt(senders, one.span.start);
    auto& had = given[owner];
    if (std::find(had.begin(), had.end(), one.kind) != had.end()) continue;
    if (Give(view, one, senders[owner])) had.push_back(one.kind);
  }
  senders.erase(std::remove_if(senders.begin(), senders.end(), IsNobody),
                senders.end());
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

Respondent PartyAt(const LetterView& view, const Zones& zones, TextSpan name) {
  if (auto body = BodyOf(view, name.start, zones)) {
    body->name = view.Quote(name);
    return *body;
  }
  Respondent person;
  person.name = view.Quote(name);
  return person;
}

void GiveParty(const LetterView& view, TextSpan span,
               OptionalText Respondent::*member,
               std::vector<Respondent>& parties) {
  Respondent* party = PartyNear(span, parties);
  if (party == nullptr || Touches(party->*member, span)) return;
  party->*member = view.Quote(span);
}

void MendRespondents(const LetterView& view, const Zones& zones,
                     const std::vector<TaggedSpan>& spans,
                     std::vector<Respondent>& respondents) {
  std::vector<TextSpan> names = Of(spans, FieldKind::kRespondentName);
  if (names.empty()) {  // a body that nobody stands for
    names = Of(spans, FieldKind::kRespondentOrganisation);
  }
  if (!names.empty()) {
    std::vector<Respondent> mended;
    for (const TextSpan name : names) {
      const auto known = std::find_if(
          respondents.begin(), respondents.end(),
          [&](const Respondent& one) { return Touch(NameSpan(one), name); });
      if (known == respondents.end()) {
        mended.push_back(PartyAt(view, zones, name));
        continue;
      }
      mended.push_back(*known);
      mended.back().name = view.Quote(name);
    }
    respondents = std::move(mended);
  }
  for (const TextSpan span : Of(spans, FieldKind::kRespondentOrganisation)) {
    GiveParty(view, span, &Respondent::organisation, respondents);
  }
  for (const TextSpan span : Of(spans, FieldKind::kRespondentPosition)) {
    GiveParty(view, span, &Respondent::position, respondents);
  }
  for (const TextSpan span : Of(spans, FieldKind::kRespondentAddress)) {
    GiveParty(view, span, &Respondent::address, respondents);
  }
}

// ---- decisions --------------------------------------------------------------

void MendDecisions(const LetterView& view, const std::vector<TaggedSpan>& spans,
                   std::vector<DecisionRef>& decisions) {
  const auto near = [&](TextSpan span) {
    DecisionRef* best = nullptr;
    int least = kNear;
    for (DecisionRef& decision : decisions) {
      if (!decision.number) continue;
      const int gap = Gap(decision.number->span, span);
      if (gap >= least) continue;
      least = gap;
      best = &decision;
    }
    return best;
  };
  for (const TextSpan span : Of(spans, FieldKind::kDecisionNumber)) {
    const bool known = std::any_of(
        decisions.begin(), decisions.end(),
        [&](const DecisionRef& one) { return Touches(one.number, span); });
    static const Pattern kNumber(R"re(\d{1,7}\s?[/-][^\n]+)re");
    const auto number = view.Find(kNumber, span);
    if (known || !number) continue;
    DecisionRef decision;
    decision.number = view.Quote(number->span);
    decisions.push_back(std::move(decision));
  }
  for (const TextSpan span : Of(spans, FieldKind::kDecisionDate)) {
    DecisionRef* decision = near(span);
    if (decision != nullptr && !decision->date) {
      decision->date = DayIn(view, span);
    }
  }
  for (const TextSpan span : Of(spans, FieldKind::kDecisionIssuer)) {
    DecisionRef* decision = near(span);
    if (decision != nullptr && !Touches(decision->issuer, span)) {
      decision->issuer = view.Quote(span);
    }
  }
}

// Nobody complains of himself.
void DropSenders(const std::vector<Sender>& senders,
                 std::vector<Respondent>& respondents) {
  const auto is_sender = [&](const Respondent& one) {
    return std::any_of(senders.begin(), senders.end(), [&](const Sender& s) {
      return s.name && KeyOf(s.name) == KeyOf(one.name);
    });
  };
  respondents.erase(
      std::remove_if(respondents.begin(), respondents.end(), is_sender),
      respondents.end());
}

void MendQuotes(const LetterView& view, const std::vector<TextSpan>& spans,
                std::vector<LocatedText>& quotes) {
  if (spans.empty()) return;
  quotes.clear();
  for (const TextSpan span : spans) quotes.push_back(view.Quote(span));
}

}  // namespace

void Mend(const LetterView& view, const Zones& zones,
          const std::vector<TaggedSpan>& spans, Fields& fields) {
  MendSenders(view, spans, fields.senders);
  DropNamesakes(fields.senders);
  MendDecisions(view, spans, fields.decisions);
  MendRespondents(view, zones, spans, fields.respondents);
  DropNamesakes(fields.respondents);
  DropSenders(fields.senders, fields.respondents);
  MendQuotes(view, Of(spans, FieldKind::kRequest), fields.requests);
  MendQuotes(view, Of(spans, FieldKind::kAttachment), fields.attachments);
  const auto places = Of(spans, FieldKind::kIncidentPlace);
  if (!places.empty()) fields.incident_place = view.Quote(places[0]);
}

}  // namespace donthu
