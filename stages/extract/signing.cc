#include "stages/extract/signing.h"

#include <algorithm>

namespace donthu {
namespace {

TextSpan OpeningSpan(const LetterView& view, const Zones& zones) {
  constexpr int kLines = 6;
  const int first = zones.title.first;
  const int last = std::min(zones.body.first + kLines, view.line_count());
  if (first >= last) return {0, 0};
  return {view.line(first).start, view.line(last - 1).end};
}

}  // namespace

std::optional<Located<int>> SignerCountIn(const LetterView& view,
                                          const Zones& zones) {
  static const Pattern kCount(
      R"re(\b(?:chung toi|tap the|gom|toan the|thay mat|dai dien)[^.;\n]{0,130}?)re"
      R"re(\b(\d{1,4})\s*(?:ho\b|nguoi|cong dan|can bo|giao vien|cong nhan|)re"
      R"re(xa vien|tieu thuong|chu ky|gia dinh|hoi vien|thanh vien|nong dan))re");
  static const Pattern kSignatures(R"re((\d{1,4}) chu ky\b)re");
  auto match = view.Find(kCount, OpeningSpan(view, zones));
  if (!match) match = view.Find(kSignatures, view.whole());
  if (!match) return std::nullopt;
  int count = 0;
  for (const char c : view.Folded(match->groups[0])) {
    count = count * 10 + (c - '0');
  }
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
      R"re(\btap the\b|chung toi (?:gom|la) (?:[a-z0-9]+ ){0,4}(?:ho\b|nguoi|nhan dan|)re"
      R"re(ba con|cu dan|tieu thuong|xa vien|cong nhan|giao vien|phu huynh)|)re"
      R"re(chung toi (?:dong )?ky ten|cac ho (?:dan|to)|nhan dan (?:thon|ap|xom|khu))re");
  constexpr std::size_t kCouple = 2;  // husband and wife are no crowd
  Judged<bool> collective;
  if (signer_count) {
    collective.value = true;
    collective.places = signer_count->places;
    return collective;
  }
  const auto many = view.Find(kMany, OpeningSpan(view, zones));
  collective.value = senders.size() > kCouple || many.has_value();
  if (many) collective.places = view.Places(many->span);
  return collective;
}

}  // namespace donthu
