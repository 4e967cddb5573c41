#include "stages/extract/mend_senders.h"

#include <algorithm>
#include <string>
#include <utility>

#include "stages/extract/dates.h"
#include "stages/extract/identity.h"

namespace donthu {
namespace {

OptionalText BirthOf(const LetterView& view, TextSpan span) {
  if (auto birth = BirthIn(view, span)) return birth;
  if (auto day = DayIn(view, span)) return day;
  static const Pattern kShort(R"re(\b\d\d$)re");  // "sanh năm 56"
  const auto digits = view.Find(kShort, span);
  if (!digits) return std::nullopt;
  return view.Locate("19" + std::string(view.Text(digits->span)), digits->span);
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

}  // namespace

void MendSenders(const LetterView& view, const std::vector<TaggedSpan>& spans,
                 std::vector<Sender>& senders) {
  const auto names = SpansOfKind(spans, FieldKind::kSenderName);
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

}  // namespace donthu
