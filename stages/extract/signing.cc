#include "stages/extract/signing.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "stages/extract/addresses.h"
#include "stages/extract/numerals.h"

namespace donthu {
namespace {

TextSpan OpeningSpan(const LetterView& view, const Zones& zones) {
  constexpr int kLines = 6;
  const int first = zones.title.first;
  const int last = std::min(zones.body.first + kLines, view.line_count());
  if (first >= last) return {0, 0};
  return {view.line(first).start, view.line(last - 1).end};
}

// From the signature on: "Thay mặt 46 hộ", "cùng 73 hộ ký tên".
TextSpan TailSpan(const LetterView& view, const Zones& zones) {
  const int first = std::min(zones.signature.first, view.line_count() - 1);
  if (first < 0) return {0, 0};
  return {view.line(first).start, view.size()};
}

// Whom a number counts; "hộ khẩu" and the like are no signers.
const std::string kUnits =
    R"re((?:ho\b(?! (?:khau|ngheo|chieu))|nguoi|cong dan|can bo|giao vien|)re"
    R"re(cong nhan|xa vien|tieu thuong|chu ky|gia dinh|hoi vien|thanh vien|)re"
    R"re(nong dan|phu huynh|cu dan|ngu dan|can ho|chu ho|lao dong|doan vien|)re"
    R"re(dang vien|cuu chien binh|hoc vien|sinh vien|tai xe|vien chuc|)re"
    R"re(dong chi|anh em|chi em|co dong|khach hang|nguoi dan|ba con))re";

// A number in figures or in words; 0: neither.
int CountIn(std::string_view text) {
  if (text[0] < '0' || text[0] > '9') return WordedNumber(text);
  int count = 0;
  for (const char c : text) count = count * 10 + (c - '0');
  return count;
}

}  // namespace

std::optional<Located<int>> SignerCountIn(const LetterView& view,
                                          const Zones& zones) {
  static const Pattern kCount(
      std::string(
          R"re(\b(?:chung toi|tap the|gom|toan the|thay mat|dai dien)\b)re"
          R"re([^.;\n]{0,130}?\b(\d{1,4})\s*)re") +
      kUnits);
  static const Pattern kWords(
      std::string(
          R"re(\b(?:chung toi|tap the|gom|toan the|thay mat|dai dien)\b)re"
          R"re((?: [a-z]+){0,6}? ()re"
          R"re((?:(?:hai|ba|bon|nam|sau|bay|tam|chin) )?muoi)re"
          R"re((?: (?:mot|hai|ba|bon|tu|lam|nam|sau|bay|tam|chin))?|)re"
          R"re(ba|bon|nam|sau|bay|tam|chin)\s)re") +
      kUnits);
  static const Pattern kSignatures(
      R"re((\d{1,4}) (?:chu ky\b|(?:ho|nguoi|ho dan) (?:cung |dong )?ky\b))re");
  const TextSpan opening = OpeningSpan(view, zones);
  const TextSpan tail = TailSpan(view, zones);
  const auto speaks_of_many = [&](TextSpan span) {
    return view.HoldsAny(span, {"chung toi", "tap the", "gom", "toan the",
                                "thay mat", "dai dien"});
  };
  const bool opens = speaks_of_many(opening);
  std::optional<Match> match;
  if (opens) match = view.Find(kCount, opening);
  if (!match && speaks_of_many(tail)) match = view.Find(kCount, tail);
  if (!match && view.HoldsAny(view.whole(), {"chu ky", "ho ky", "nguoi ky",
                                             "dan ky", "cung ky", "dong ky"})) {
    match = view.Find(kSignatures, view.whole());
  }
  if (!match && opens) match = view.Find(kWords, opening);
  if (!match) return std::nullopt;
  const int count = CountIn(view.Folded(match->groups[0]));
  if (count < 2) return std::nullopt;
  return view.Locate(count, match->groups[0]);
}

Judged<bool> SignedIn(const LetterView& view, const Zones& zones) {
  static const Pattern kSigned(
      R"re(\((?:da ky|(?:da )?(?:diem chi|lan tay))\)|\bda ky\s*$|)re"
      R"re(\b(?:cung ky|toi (?:xin )?(?:diem chi|lan tay)))re");
  Judged<bool> is_signed;
  const int first = std::max(zones.body.first, zones.signature.first - 12);
  for (int i = first; i < view.line_count(); ++i) {
    const auto match = view.Find(kSigned, view.line(i));
    if (!match) continue;
    is_signed.value = true;
    is_signed.places = view.Places(match->span);
    return is_signed;
  }
  return is_signed;
}

Judged<bool> AnonymousIn(const LetterView& view, const Zones& zones,
                         const std::vector<Sender>& senders) {
  static const Pattern kHidden(
      R"re(giau ten|khong (?:dam |xin |muon )?(?:ghi|neu|de|cho biet) (?:ro )?)re"
      R"re((?:ten|danh tinh|ho ten)|xin (?:duoc )?giau|xin khong ghi)re");
  const auto named =
      std::find_if(senders.begin(), senders.end(),
                   [](const Sender& sender) { return sender.name; });
  Judged<bool> anonymous;
  if (named != senders.end()) {
    anonymous.value = false;
    anonymous.places = named->name->places;
  } else if (const auto hidden = view.Find(kHidden, view.whole())) {
    anonymous.value = true;
    anonymous.places = view.Places(hidden->span);
  } else if (zones.signature.empty()) {
    anonymous.value = true;
  }
  return anonymous;
}

Judged<bool> CollectiveIn(const LetterView& view, const Zones& zones,
                          const std::vector<Sender>& senders,
                          const std::optional<Located<int>>& signer_count) {
  static const Pattern kMany(
      R"re((?<!khu )(?<!nha )\btap the\b|chung toi (?:gom|la) (?:[a-z0-9]+ ){0,4}(?:ho\b|nguoi|nhan dan|)re"
      R"re(ba con|cu dan|tieu thuong|xa vien|cong nhan|giao vien|phu huynh)|)re"
      R"re(chung toi (?:dong )?ky ten|cac ho (?:dan|to)|nhan dan (?:thon|ap|xom|khu))re");
  constexpr int kCouple = 2;  // husband and wife are no crowd
  const bool is_body =
      !senders.empty() && senders[0].name &&
      BodyAt(view, senders[0].name->span.start, senders[0].name->span.end);
  const auto own =
      std::count_if(senders.begin(), senders.end(), [](const Sender& sender) {
        return sender.role != SenderRole::kLawyer &&
               sender.role != SenderRole::kAuthorised;
      });
  Judged<bool> collective;
  if (signer_count) {
    collective.value = true;
    collective.places = signer_count->places;
    return collective;
  }
  const auto many = view.Find(kMany, OpeningSpan(view, zones));
  collective.value = (own > kCouple && !is_body) || many.has_value();
  if (many) collective.places = view.Places(many->span);
  return collective;
}

}  // namespace donthu
