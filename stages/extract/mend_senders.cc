#include "stages/extract/mend_senders.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "stages/extract/dates.h"
#include "stages/extract/identity.h"
#include "stages/extract/writers.h"

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
// 331", "036.872.115" and, within a town, "8.268.137" have no form of today.
OptionalText PhoneOf(const LetterView& view, TextSpan span) {
  if (auto phone = PhoneIn(view, span)) return phone;
  std::string digits;
  for (const char c : view.Folded(span)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.compare(0, 3, "840") == 0) digits.erase(0, 2);  // "+84 (0)933 …"
  const bool has_area = digits.compare(0, 1, "0") == 0;
  const std::size_t fewest = has_area ? 9 : 6;
  const std::size_t most = has_area ? 11 : 8;
  if (digits.size() < fewest || digits.size() > most) return std::nullopt;
  return view.Locate(digits, span);
}

OptionalText IdOf(const LetterView& view, TextSpan span) {
  Sender bare;
  FillBareId(view, span, bare);
  return bare.id_number;
}

// What a span of one kind gives a sender.
struct Datum {
  OptionalText Sender::*member;
  OptionalText (*value)(const LetterView&, TextSpan);
};

OptionalText QuoteOf(const LetterView& view, TextSpan span) {
  return view.Quote(span);
}

const Datum* DatumOf(FieldKind kind) {
  static const std::map<FieldKind, Datum> kData = {
      {FieldKind::kSenderBirth, {&Sender::birth_date, &BirthOf}},
      {FieldKind::kSenderId, {&Sender::id_number, &IdOf}},
      {FieldKind::kSenderIdDate, {&Sender::id_issued_date, &DayIn}},
      {FieldKind::kSenderIdPlace, {&Sender::id_issued_place, &QuoteOf}},
      {FieldKind::kSenderAddress, {&Sender::address, &QuoteOf}},
      {FieldKind::kSenderPhone, {&Sender::phone, &PhoneOf}},
  };
  const auto at = kData.find(kind);
  return at == kData.end() ? nullptr : &at->second;
}

// False: nothing can be made of the span.
bool Give(const LetterView& view, const TaggedSpan& one, Sender& sender) {
  const Datum& datum = *DatumOf(one.kind);
  OptionalText& member = sender.*datum.member;
  if (Touches(member, one.span) && datum.value != &QuoteOf) return true;
  OptionalText value = datum.value(view, one.span);
  if (!value) return false;
  member = std::move(value);
  if (one.kind == FieldKind::kSenderId) FillBareId(view, one.span, sender);
  return true;
}

// Nothing tells who or where.
bool IsNobody(const Sender& sender) {
  return !sender.name && !sender.birth_date && !sender.id_number &&
         !sender.address && !sender.phone && !sender.email;
}

// Whose data stand at `at`: the last person named before, else the first.
std::size_t OwnerAt(const std::vector<Sender>& senders, int at) {
  std::size_t owner = 0;
  for (std::size_t i = 0; i < senders.size(); ++i) {
    if (senders[i].name && senders[i].name->span.start <= at) owner = i;
  }
  return owner;
}

// Each datum to the person named before it; to the first person without such
// where that one has it already ("… của tôi, … của vợ tôi").
void GiveData(const LetterView& view, const std::vector<TaggedSpan>& data,
              std::vector<Sender>& senders) {
  std::vector<std::set<FieldKind>> given(senders.size());
  for (const TaggedSpan& one : data) {
    std::size_t owner = OwnerAt(senders, one.span.start);
    if (given[owner].count(one.kind) != 0) {
      owner = 0;
      while (owner < senders.size() &&
             (given[owner].count(one.kind) != 0 ||
              senders[owner].*DatumOf(one.kind)->member)) {
        ++owner;
      }
      if (owner == senders.size()) continue;
    }
    if (Give(view, one, senders[owner])) given[owner].insert(one.kind);
  }
}

// "II. NGƯỜI LÀM ĐƠN TỐ CÁO:": the end of a heading, and nobody.
bool IsHeading(const Sender& sender) {
  static const std::set<std::string, std::less<>> kHeadings = {
      "TỐ CÁO",  "KHIẾU NẠI", "KIẾN NGHỊ", "PHẢN ÁNH",
      "TỐ GIÁC", "CÁ NHÂN",   "TỔ CHỨC",   "CÁ NHÂN CÓ LIÊN QUAN"};
  return sender.name && kHeadings.contains(sender.name->value);
}

// Addresses that stand with nobody's data: of who is named last before them,
// else of the first sender. Not those of the addressee and of the other side.
void GiveEmails(const LetterView& view, std::vector<Sender>& senders) {
  static const Pattern kOthers(
      R"re(\s*(?:to|den|toi|gui|kinh gui|cc|noi nhan)\b)re");
  constexpr int kBlock = 260;  // characters
  const auto takes = [](const Sender& one) { return !one.email; };
  for (int i = 0; i < view.line_count(); ++i) {
    TextSpan rest = view.line(i);
    if (!view.Holds(rest, "@") || view.MatchStart(kOthers, rest)) continue;
    while (auto email = EmailIn(view, rest)) {
      const int at = email->span.start;
      rest.start = email->span.end;
      const bool taken =
          std::any_of(senders.begin(), senders.end(), [&](const Sender& one) {
            return one.email && one.email->value == email->value;
          });
      if (taken || OtherSideAt(view, {std::max(0, at - kBlock), at}) >= 0) {
        continue;
      }
      Sender* owner = &senders[OwnerAt(senders, at)];
      if (!takes(*owner)) {
        const auto free = std::find_if(senders.begin(), senders.end(), takes);
        if (free == senders.end()) return;
        owner = &*free;
      }
      owner->email = std::move(email);
    }
  }
}

}  // namespace

void MendSenders(const LetterView& view, const std::vector<TaggedSpan>& spans,
                 std::vector<Sender>& senders) {
  std::erase_if(senders, IsHeading);
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
    if (DatumOf(one.kind) != nullptr) data.push_back(one);
  }
  if (senders.empty()) {
    if (data.empty()) return;
    senders.emplace_back();
  }
  // What the rules gave somebody and the model gave somebody else goes.
  for (Sender& sender : senders) {
    for (const TaggedSpan& one : data) {
      OptionalText& member = sender.*DatumOf(one.kind)->member;
      if (!Touches(member, one.span)) continue;
      if (&senders[OwnerAt(senders, one.span.start)] == &sender) continue;
      member.reset();
    }
  }
  GiveData(view, data, senders);
  GiveEmails(view, senders);
  std::erase_if(senders, [](const Sender& one) {
    return IsNobody(one) || IsHeading(one);
  });
}

}  // namespace donthu
