#include "stages/extract/senders.h"

#include <algorithm>

#include "stages/extract/identity.h"
#include "stages/extract/names.h"
#include "stages/extract/signer_table.h"
#include "stages/extract/writers.h"

namespace donthu {
namespace {

Sender SenderOf(const LetterView& view, const Writer& writer) {
  Sender sender;
  sender.name = view.Quote(writer.name);
  sender.role = writer.role;
  if (writer.gender != '?') {
    sender.gender = view.Locate(
        std::string(writer.gender == 'm' ? "nam" : "nữ"), writer.title);
  }
  FillIdentity(view, writer.data, sender);
  FillIdentity(view, writer.shared, sender);
  return sender;
}

bool IsTaken(const std::vector<Sender>& senders, const LocatedText& phone) {
  return std::any_of(senders.begin(), senders.end(), [&](const Sender& one) {
    return one.phone && one.phone->value == phone.value;
  });
}

// Whether the place stands in the block of the person complained of.
bool IsOtherSides(const LetterView& view, int at) {
  constexpr int kBlock = 260;  // characters
  const int from = std::max(0, at - kBlock);
  const int label = OtherSideAt(view, {from, at});
  if (label < 0) return false;
  static const Pattern kOwn(R"re(\b(?:toi|chung toi|nguoi lam don)\b)re");
  return !view.Find(kOwn, {label, at});
}

// A phone given at the end: "Có gì xin gọi số …", "Liên hệ: …"; the first
// sender's where nobody else has it.
void FillContact(const LetterView& view, const Zones& zones,
                 std::vector<Sender>& senders) {
  static const Pattern kContact(
      R"re(\b(?:lien he|lien lac|goi|xin keu|so may|dien thoai|so dt|sdt|dt)re"
      R"re( ?:|so cua|so (?:toi|em|chau)|hop thu|nhan vao|theo so)[^.;\n]{0,80})re");
  static const Pattern kOther(
      R"re((?:toa soan|co quan|ong ay|cua ong|cua ba |duong day nong))re");
  const int head = std::max(0, zones.recipients.last - 1);
  if (head >= view.line_count()) return;
  Sender& sender = senders.front();
  if (sender.phone && !view.Holds(view.whole(), "@")) return;
  for (const Match& contact :
       view.FindAll(kContact, {view.line(head).end, view.size()})) {
    if (sender.phone && sender.email) return;
    if (view.Find(kOther, contact.span)) continue;
    if (IsOtherSides(view, contact.span.start)) continue;
    const TextSpan near = {contact.span.start,
                           std::min(contact.span.end + 25, view.size())};
    if (!sender.phone) {
      sender.phone = PhoneIn(view, near);
      const std::vector<Sender> others(senders.begin() + 1, senders.end());
      if (sender.phone && IsTaken(others, *sender.phone)) sender.phone.reset();
    }
    if (!sender.email) sender.email = EmailIn(view, near);
  }
}

// "Châu Văn Mách, đt 0939 105 826" under the letter: whose name stands in the
// line, else the only sender's.
void FillContactsAtTheEnd(const LetterView& view, const Zones& zones,
                          std::vector<Sender>& senders) {
  static const Pattern kOther(
      R"re((?:duong day nong|tong dai|noi nhan|kinh gui|lam chung|ong ta|)re"
      R"re(cua (?:ong|ba|co|thay) ))re");
  constexpr int kLines = 7;
  constexpr int kLongest = 120;  // characters
  const int first = std::max(zones.body.first + 1, view.line_count() - kLines);
  for (int i = view.line_count() - 1; i >= first; --i) {
    const TextSpan line = view.line(i);
    if (line.end - line.start > kLongest || view.Find(kOther, line) ||
        IsOtherSides(view, line.start)) {
      continue;
    }
    auto phone = PhoneIn(view, line);
    if (phone && IsTaken(senders, *phone)) phone.reset();
    auto email = EmailIn(view, line);
    if (!phone && !email) continue;
    const std::string_view words = view.Folded(line);
    auto owner =
        std::find_if(senders.begin(), senders.end(), [&](const Sender& sender) {
          return sender.name &&
                 words.find(ShadowsOf(sender.name->value).folded) != words.npos;
        });
    if (owner == senders.end() && senders.size() == 1) owner = senders.begin();
    if (owner == senders.end()) continue;
    if (!owner->phone) owner->phone = std::move(phone);
    if (!owner->email) owner->email = std::move(email);
  }
}

// A writer who gives no name but says how to be reached.
void AddNameless(const LetterView& view, const Zones& zones,
                 std::vector<Sender>& senders) {
  senders.emplace_back();
  FillContact(view, zones, senders);
  if (!senders[0].phone && !senders[0].email) senders.clear();
}

// "Nơi nhận: …", "Người làm chứng: …": nobody who signs.
bool IsNobodys(const LetterView& view, TextSpan line) {
  static const Pattern kNobody(
      R"re((?:noi nhan|nguoi (?:lam chung|vi pham|chung kien|nhan)|kinh gui|)re"
      R"re(dong kinh|xac nhan|kinh chuc|kem theo|can cu|theo ))re");
  return view.MatchStart(kNobody, line).has_value();
}

// "Trưởng ban: Đại tá Nguyễn Xuân Thưởng (nghỉ hưu)", "Kiều Ngọc Ánh - 0798
// 220 163", "Trưởng xóm Trần Viết Đợi và 22 chủ hộ ký tên": a line of whoever
// signs, told by a family name and by what may stand beside it.
std::optional<TextSpan> SignersName(const LetterView& view, TextSpan line) {
  static const Pattern kLabel(
      R"re((?:[^:\n]{2,40}:\s*|(?:kinh thu|tran trong|chao [a-z ]{3,12}),?\s+)?)re"
      R"re((?:(?:dai ta|bs\.?|bac si|thay giao|co giao|chi hoi truong|)re"
      R"re(truong (?:xom|ban|thon|ap|khom|lang)|to truong|giam doc|chu nhiem|)re"
      R"re(phu huynh|em ten|toi ten|toi la|em la|thay mat [^,\n]{3,24},|)re"
      R"re(ky ten|diem chi)[: ]\s*)?)re");
  static const Pattern kAfter(
      R"re(\s*(?:[.]?$|\(|[-–—] ?|[.,]? \d|va \d|thay mat|,\s+(?:\d\d tuoi|)re"
      R"re(to |thon |ap |xa |xom |khu |phuong |tho |can |phong |so |sdt|dt|)re"
      R"re(dien thoai|mot |viet |ngay |dai dien)))re");
  const auto label = view.MatchStart(kLabel, line);
  const auto name =
      NameAt(view, label ? label->span.end : line.start, line.end);
  if (!name || !HasFamilyName(view, *name)) return std::nullopt;
  const auto words = view.Folded(name->span);
  const bool labelled = label && label->span.end > line.start;
  const bool long_name = std::count(words.begin(), words.end(), ' ') > 1;
  if (!labelled && !long_name) return std::nullopt;  // "Hà Tiên - 9/7/2020"
  if (!view.MatchStart(kAfter, {name->span.end, line.end})) {
    return std::nullopt;
  }
  return name->span;
}

// "Nguyễn Lê Tấn Đạt, 14/5/2024", "Đại diện: K'Tiêng Ka" in the last lines.
std::optional<TextSpan> NameAtTheEnd(const LetterView& view,
                                     const Zones& zones) {
  static const Pattern kLabel(
      R"re((?:(?:dai dien|thay mat|t/?m\b|to truong|truong thon|chi hoi truong|)re"
      R"re(nguoi [a-z]{3,6})[^:\n]{0,40}:\s*)?)re");
  static const Pattern kAfter(
      R"re(\s*(?:\(|[.]?$|,\s*(?:\d{1,2}[/.-]|chu |to truong)))re");
  constexpr int kLines = 4;
  constexpr int kLongest = 80;  // characters
  const int first = std::max(zones.body.first, view.line_count() - kLines);
  for (int i = view.line_count() - 1; i >= first; --i) {
    const TextSpan line = view.line(i);
    if (line.end - line.start > kLongest || IsNobodys(view, line)) continue;
    const auto label = view.MatchStart(kLabel, line);
    const auto name =
        NameAt(view, label ? label->span.end : line.start, line.end);
    if (const auto signer = SignersName(view, line)) return signer;
    if (!name) continue;
    const auto words = view.Folded(name->span);
    const bool two = std::count(words.begin(), words.end(), ' ') == 1;
    const bool comma = view.FoldedAt(name->span.end) == ',';
    if (two && comma) continue;  // "Hoài Nhơn, 14/5/2024" is a place
    if (view.MatchStart(kAfter, {name->span.end, line.end})) return name->span;
  }
  return std::nullopt;
}

}  // namespace

std::vector<TextSpan> SignedNames(const LetterView& view, const Zones& zones) {
  static const Pattern kWitness(
      R"re((?:xac nhan|noi nhan|nguoi lam chung|tai lieu|kem theo|danh sach))re");
  static const Pattern kSigned(R"re(\(?(?:da )?ky(?: ten)?[).:]?\s+)re");
  static const Pattern kAfter(R"re(\s*(?:\(|[.,]?$))re");
  std::vector<TextSpan> names;
  for (int i = zones.signature.first; i < zones.signature.last; ++i) {
    const TextSpan line = view.line(i);
    if (view.MatchStart(kWitness, line)) break;
    constexpr int kLongest = 70;  // characters
    if (line.end - line.start > kLongest) continue;
    const auto signed_first = view.MatchStart(kSigned, line);
    const int start = signed_first ? signed_first->span.end : line.start;
    const auto name = NameAt(view, start, line.end);
    if (name && view.MatchStart(kAfter, {name->span.end, line.end})) {
      names.push_back(name->span);
    }
  }
  return names;
}

std::vector<Sender> SendersIn(const LetterView& view, const Zones& zones) {
  std::vector<Writer> writers = WritersIn(view, zones);
  if (writers.empty()) {
    const auto names = SignedNames(view, zones);
    const auto name = names.empty() ? NameAtTheEnd(view, zones) : names[0];
    if (name) {
      writers.push_back({*name, {}, {}, '?', {}, SenderRole::kWriter});
    }
  }
  std::vector<Sender> senders;
  for (const Writer& writer : writers) {
    senders.push_back(SenderOf(view, writer));
  }
  if (!senders.empty()) {
    FillContact(view, zones, senders);
    FillContactsAtTheEnd(view, zones, senders);
  }
  if (senders.empty()) AddNameless(view, zones, senders);
  AddCoSigners(view, zones, senders);
  return senders;
}

}  // namespace donthu
