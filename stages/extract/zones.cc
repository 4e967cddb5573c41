#include "stages/extract/zones.h"

#include <algorithm>

#include "stages/extract/anchors.h"
#include "stages/extract/names.h"

namespace donthu {
namespace {

constexpr int kLongestTitle = 110;   // characters
constexpr int kSignatureLines = 45;  // from the end; tables may follow

int LengthOf(TextSpan span) { return span.end - span.start; }

bool IsCapitals(const LetterView& view, TextSpan span) {
  int upper = 0;
  int lower = 0;
  for (int at = span.start; at < span.end; ++at) {
    upper += view.ShapeAt(at) == 'A' ? 1 : 0;
    lower += view.ShapeAt(at) == 'a' ? 1 : 0;
  }
  return upper >= 3 && lower * 8 <= upper;
}

bool BeginsAsTitle(const LetterView& view, TextSpan line) {
  static const Pattern kTitle(
      R"re((?:don (?:xin|khieu|to |kien|phan|de nghi|keu|cuu|trinh|tuong|)re"
      R"re(khoi|yeu cau|rut|uy quyen|giai trinh|cam on|gop y|thinh|bao|tinh|)re"
      R"re(bai nai|khang|thu|doi|tro|cau|thac mac|nguyen|y kien)|ban (?:tuong|)re"
      R"re(kien|khieu|to cao|trinh|giai|phan)|giay (?:de nghi|xin|uy quyen|)re"
      R"re(to cao|khieu|yeu cau|ghi loi|trinh bay|phan anh|kien nghi|bao )|)re"
      R"re(thu (?:ngo|gop|keu|cam|to cao|to giac|khieu|kien|de|phan|trinh)|)re"
      R"re(phieu (?:to|khieu|kien|phan|gop|de nghi|yeu cau)|tam thu|to (?:trinh|)re"
      R"re(khai)|letter of|y kien (?:gop|kien)))re");
  if (view.MatchStart(kTitle, line)) return true;
  static const Pattern kInCapitals(
      R"re((?:mau )?don (?:khan|tap the|bo sung|cua|the hien|ngo)\b|)re"
      R"re((?:van ban|to) kien nghi|tho (?:to|khieu|kien|ngo)|)re"
      R"re(mau don (?:khieu|to|kien|phan)|ban tu kiem|)re"
      R"re(phieu (?:ghi|gui|tiep nhan) [a-z ]*(?:to cao|khieu|phan anh|kien))re");
  if (view.MatchStart(kInCapitals, line)) return IsCapitals(view, line);
  static const Pattern kWord(R"re(don\s*$)re");
  if (view.MatchStart(kWord, line)) return IsCapitals(view, line);
  static const Pattern kBare(
      R"re((?:(?:to cao|khieu nai|kien nghi|phan anh|to giac|de nghi)\b)re"
      R"re((?!.*(?:nguoi|[:;]))|nguoi dan (?:phan|kien)|tuong trinh|)re"
      R"re(ban cam ket))re");
  if (!IsCapitals(view, line)) return false;
  if (view.MatchStart(kBare, line)) return true;
  const std::string_view folded = view.Folded(line);
  return (AnchorLength(folded, "don khieu nai") ||
          AnchorLength(folded, "don to cao") ||
          AnchorLength(folded, "don kien nghi") ||
          AnchorLength(folded, "don phan anh") ||
          AnchorLength(folded, "don de nghi"));
}

bool IsTitle(const LetterView& view, TextSpan line) {
  if (LengthOf(line) > kLongestTitle || !BeginsAsTitle(view, line)) {
    return false;
  }
  if (IsCapitals(view, line)) return true;
  static const Pattern kSentence(
      R"re(.*(?:[.;]$|\b(?:toi|chung toi|cua ong|cua ba|ngay \d)\b))re");
  const int words = static_cast<int>(
      std::count(view.Folded(line).begin(), view.Folded(line).end(), ' '));
  return view.ShapeAt(line.start) == 'A' && words <= 9 &&
         !view.MatchStart(kSentence, line);
}

bool ContinuesTitle(const LetterView& view, TextSpan line) {
  static const Pattern kOther(
      R"re((?:\(|v/v|ve |kinh|k.nh g|to:|-|\d|cong hoa|doc lap))re");
  return IsCapitals(view, line) && LengthOf(line) <= 60 &&
         !view.MatchStart(kOther, line);
}

LineRange TitleOf(const LetterView& view) {
  const int count = std::min(view.line_count(), kHeaderLines);
  for (int i = 0; i < count; ++i) {
    if (!IsTitle(view, view.line(i))) continue;
    int last = i + 1;
    if (IsCapitals(view, view.line(i))) {
      while (last < count && last < i + 3 &&
             ContinuesTitle(view, view.line(last))) {
        ++last;
      }
    }
    return {i, last};
  }
  return {};
}

bool IsListLine(const LetterView& view, TextSpan line) {
  return LengthOf(ListMark(view, line)) > 0;
}

// A line under "Kính gửi:" that names an addressee without a list's mark.
bool NamesAddressee(const LetterView& view, TextSpan line) {
  static const Pattern kHeading(
      R"re(.{0,30}\b(?:bi (?:khieu nai|to cao)|thong tin nguoi|ho (?:va )?ten|)re"
      R"re(chung toi|toi (?:la|ten|gui|xin)))re");
  if (view.MatchStart(kHeading, line)) return false;
  return LengthOf(line) <= 140 && view.ShapeAt(line.start) == 'A' &&
         NamesOffice(view, line);
}

bool IsBullet(char shape) {
  return shape == '-' || shape == '+' || shape == '*' || shape == '~';
}

bool ContinuesAddressee(const LetterView& view, TextSpan before,
                        TextSpan line) {
  const char end = view.FoldedAt(view.line(view.LineAt(before.start)).end - 1);
  return LengthOf(line) <= 80 && view.ShapeAt(line.start) == 'a' &&
         end != '.' && end != ';';
}

// "- Người tố cáo: …", "- Căn cước …": who writes, listed below the addressee.
bool HoldsData(const LetterView& view, TextSpan line) {
  static const Pattern kData(
      R"re((?:(?:thong tin )?nguoi (?:to cao|khieu nai|bi |lam|viet|dung|gui|)re"
      R"re(kien nghi|phan anh)|ho (?:va )?ten|ho, ten|ten (?:toi|em|don vi)|)re"
      R"re(toi |chung toi |sinh |ngay sinh|nam sinh|can cuoc|cccd|cmnd|)re"
      R"re(so (?:cccd|cmnd|can|dien|dt|giay)|dia chi|cho o|noi (?:o|cu|dang)|)re"
      R"re(thuong tru\b|ho khau|hktt|dien thoai|lien (?:lac|he)|email|nghe ))re");
  return view.MatchStart(kData, {ListMark(view, line).end, line.end})
      .has_value();
}

TextSpan WithoutAddressing(const LetterView& view, TextSpan line) {
  const int length = AddressingOf(view, line).length;
  return length == 0 ? line : view.Trimmed({line.start + length, line.end});
}

LineRange RecipientsOf(const LetterView& view, LineRange title) {
  int first = 0;
  while (first < view.line_count() &&
         AddressingOf(view, view.line(first)).length == 0) {
    ++first;
  }
  if (first == view.line_count()) return {};
  int last = first + 1;
  for (; last < view.line_count(); ++last) {
    if (last == title.first && !title.empty()) break;
    const TextSpan line = view.line(last);
    const TextSpan before = view.line(last - 1);
    const bool bare = LengthOf(view.Trimmed(before)) <= 12;
    const bool dashed =
        IsListLine(view, line) && !HoldsData(view, line) &&
        (IsBullet(view.ShapeAt(line.start)) ||
         NamesAddressee(view, {ListMark(view, line).end, line.end}));
    if (AddressingOf(view, line).length > 0 || dashed) continue;
    if (NamesAddressee(view, line) &&
        (bare || NamesAddressee(view, WithoutAddressing(view, before)))) {
      continue;
    }
    if (!ContinuesAddressee(view, before, line)) break;
  }
  return {first, last};
}

bool IsSignatureLine(const LetterView& view, TextSpan line) {
  static const Pattern kSignature(
      R"re((?:(?:kinh (?:don|thu|bao|but)|nguoi (?:lam|viet|dung|rut|ky|)re"
      R"re(khieu nai|to cao|to giac|kien nghi|phan anh|dai dien|de nghi|)re"
      R"re(trinh bay|gui don|yeu cau|duoc uy quyen|khoi kien|tuong trinh|)re"
      R"re(trinh bao|xin)(?: [a-z,/-]+){0,6}|(?:thay mat|dai dien|tm\.?|t/m|kt\.)re"
      R"re(?)\s[^,:]{2,60}|(?:yours|chu ho|cong dan|giam doc|luat su)[a-z, ]*))re"
      R"re(\s*(?:\([^)]{0,70}\)?)?\s*[:.]?$))re");
  if (LengthOf(line) > 110) return false;
  if (view.MatchStart(kSignature, line)) return true;
  return LengthOf(line) < 40 &&
         (AnchorLength(view.Folded(line), "nguoi lam don") > 0 ||
          AnchorLength(view.Folded(line), "nguoi viet don") > 0);
}

LineRange SignatureOf(const LetterView& view, int after) {
  const int count = view.line_count();
  const int from = std::max(after, count - kSignatureLines);
  for (int i = count - 1; i >= from; --i) {
    if (!IsSignatureLine(view, view.line(i))) continue;
    while (i - 1 >= from && IsSignatureLine(view, view.line(i - 1))) --i;
    return {i, count};
  }
  const bool name_last =
      count - 1 > after && count > 0 && IsName(view, view.line(count - 1));
  return name_last ? LineRange{count - 1, count} : LineRange{count, count};
}

}  // namespace

bool NamesOffice(const LetterView& view, TextSpan span) {
  static const Pattern kOffice(
      R"re((?:(?:quy |cac )?(?:(?:ong|ba|bac|co|chu|anh|chi|thay|dong chi|d/c|quy)\s+|)re"
      R"re((?:ban )?lanh dao\s+)?)re"
      R"re((?:uy ban|ubnd|chu tich|pho chu tich|so |phong |thanh tra|cong an|)re"
      R"re(toa an|vien |ban |bi thu|giam doc|truong |hoi |bao (?!ve|dam|cao|ton)|)re"
      R"re(dai |doan |don (?:bien|cong)|doi |to (?:hoa|dai|dan|xac|cong)|bo (?!phan)|)re"
      R"re(cuc |chi cuc|tong |thu |quoc hoi|hdnd|hoi dong|van phong|)re"
      R"re(tinh uy|huyen uy|thuong (?:truc|vu)|hieu truong|co quan|mat tran|)re"
      R"re(thanh uy|dang uy|lien doan|lien minh|cuc truong|cong ty|trung tam|)re"
      R"re(hat |kho bac|ngan hang|benh vien|chanh |hiep hoi|chi nhanh|)re"
      R"re(dang bo|vu (?:to|phap|ke|tai|giao|chinh|quan|dat|cong)|tap doan|cong doan|nha may|xi nghiep|buu dien|)re"
      R"re(quy (?:bao|ho|tin|dau)|cong (?:thong tin|dich vu|tiep nhan)|)re"
      R"re((?:tinh|huyen|quan|thanh|xa) doan|dien luc|canh sat|truong )))re");
  return view.MatchStart(kOffice, span).has_value();
}

Addressing AddressingOf(const LetterView& view, TextSpan line) {
  const std::string_view folded = view.Folded(line);
  static const Pattern kSmall(
      R"re((?:kinh |dong )?g[uo]i:? (?:(?:cac )?(?:ong|ba|bac|anh|eng)\s(?:ben )?)?)re");
  static const Pattern kGreeting(
      R"re((?:g[uo]i|kinh thua|trinh):? (?:(?:ong|ba|bac|anh)\s)?)re");
  // "Kính thưa Ông Giám đốc," greets an addressee who was named before.
  constexpr int kGreeted = 22;  // characters
  const bool small = view.ShapeAt(line.start) != 'A';
  const auto open = view.MatchStart(small ? kSmall : kGreeting, line);
  if (open && LengthOf(line) <= 140 &&
      (small || line.end - open->span.end > kGreeted) &&
      NamesOffice(view, {open->span.end, line.end})) {
    return {open->span.end - line.start, false};
  }
  if (small) return {};
  if (const int n = AnchorLength(folded, "dong kinh gui")) return {n, true};
  if (const int n = AnchorLength(folded, "dong kinh goi")) return {n, true};
  if (folded.substr(0, 8) == "dong gui") return {8, true};
  if (folded.substr(0, 8) == "dong goi") return {8, true};
  if (folded.substr(0, 3) == "cc:") return {3, true};
  if (const int n = AnchorLength(folded, "kinh gui")) return {n, false};
  if (const int n = AnchorLength(folded, "kinh goi")) return {n, false};
  if (const int n = AnchorLength(folded, "kinh trinh")) return {n, false};
  if (folded.substr(0, 4) == "gui:") return {4, false};
  if (folded.substr(0, 4) == "goi:") return {4, false};
  if (folded.substr(0, 3) == "to:") return {2, false};
  // Of portals and forms: "Gửi tới | …", "Cơ quan tiếp nhận: …".
  static const Pattern kLabel(
      R"re((?:\d+\. ?)?(?:gui (?:den|toi)|chuyen den|noi nhan don|dong xu ly|)re"
      R"re(noi (?:tiep nhan|xu ly)(?: don)?|(?:co quan|don vi|cap) )re"
      R"re((?:tiep nhan|xu ly|nhan)(?: don)?)\s*[:|]\s*)re");
  if (const auto label = view.MatchStart(kLabel, line)) {
    return {label->span.end - label->span.start, false};
  }
  static const Pattern kTo(
      R"re((?:\d{1,2}[.)]\s+)?(?:(?:noi )?g[uo]i (?:toi|den|them)|noi g[uo]i|)re"
      R"re(nguoi nhan|(?:noi )?den|g[uo]i qua|toi|chuyen|(?:cung|dong) g[uo]i|noi nhan (?:don|thu)|)re"
      R"re(trinh(?: len)?)\s*[:|]\s*(?:(?:ong|ba|anh|chi|bac si) )?)re");
  static const Pattern kCopyTo(
      R"re((?:ban sao|trich|sao)(?: kinh)? g[uo]i\s*:\s*)re");
  if (const auto copy = view.MatchStart(kCopyTo, line)) {
    return {copy->span.end - copy->span.start, true};
  }
  const auto to = view.MatchStart(kTo, line);
  if (to && NamesOffice(view, {to->span.end, line.end})) {
    return {to->span.end - to->span.start, false};
  }
  return {};
}

Zones ZonesOf(const LetterView& view) {
  Zones zones;
  zones.title = TitleOf(view);
  zones.recipients = RecipientsOf(view, zones.title);
  // Forms of portals name the addressee below whoever writes, old letters at
  // the end.
  constexpr int kFarBelow = 4;
  const bool below =
      zones.recipients.first > zones.title.last + kFarBelow &&
      (!zones.title.empty() || zones.recipients.first > view.line_count() / 2);
  const int head = below ? zones.title.last
                         : std::max(zones.title.last, zones.recipients.last);
  zones.signature = SignatureOf(view, head);
  zones.body = {head, zones.signature.first};
  return zones;
}

}  // namespace donthu
