#include "stages/extract/names.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "models/vietnamese.h"

namespace donthu {
namespace {

constexpr int kLongestName = 7;  // words

// Words that begin a post, a body or a label, never a name's next word. With
// the second word where the first alone can be a name's.
const Pattern& NoName() {
  static const Pattern pattern(
      R"re((?:chu tich|pho |giam doc|truong (?:ban|thon|phong|cong|khu|ap)|)re"
      R"re(hieu truong|bi thu|ubnd|uy ban|cong an|cong ty|hop tac xa|htx|)re"
      R"re(phong |so (?:nong|tai|xay|giao|y|lao|noi)|thanh tra|chi cuc|)re"
      R"re(cuc |toa an|truong (?:tieu|trung|mam|thpt|thcs|dai|cao)|cccd|cmnd|)re"
      R"re(cmtnd|hktt|sdt|dt\b|dien thoai|dia chi|so (?:cccd|cmnd|can|dien)|)re"
      R"re(sinh (?:nam|ngay)|nam sinh|ngay sinh|chuc vu|can cuoc|)re"
      R"re(chung minh|quyet dinh|ho khau|thuong tru|nghe nghiep|ban quan ly|)re"
      R"re(ben |nam\s?/\s?nu|gioi tinh|dan toc|quoc tich|ton giao|que quan|)re"
      R"re(nguyen quan|thuong tru|tam tru|cu tru|tru (?:tai|quan)|ngu (?:tai|ap)|)re"
      R"re(sn\b|ma so|mst|so dt|email|ho chieu|noi (?:o|cap)|cho o|ngay cap|)re"
      R"re(ban (?:boi|giai|tiep|noi)|trung tam|quy (?:co quan|vi|ban|ong|)re"
      R"re(cap|lanh)|nguoi |nhung |cac |mot |toi |chung |ky |da ky))re");
  return pattern;
}

bool IsLetterShape(char shape) { return shape == 'A' || shape == 'a'; }

// One past a name's word: letters, inner apostrophes and dashes (K'Brôi).
int WordEnd(const LetterView& view, int at, int limit) {
  while (at < limit) {
    const char shape = view.ShapeAt(at);
    const bool inner = (shape == '\'' || shape == '-') && at + 1 < limit &&
                       IsLetterShape(view.ShapeAt(at + 1)) &&
                       IsLetterShape(view.ShapeAt(at - 1));
    if (!IsLetterShape(shape) && !inner) break;
    ++at;
  }
  return at;
}

bool IsUpperWord(const LetterView& view, int at, int end) {
  while (at < end && view.ShapeAt(at) != 'a') ++at;
  return at == end;
}

int SkipBlanks(const LetterView& view, int at, int limit) {
  while (at < limit && (view.ShapeAt(at) == ' ' || view.ShapeAt(at) == ':')) {
    ++at;
  }
  return at;
}

void TakeTitle(const LetterView& view, int& at, int limit, PersonName& name) {
  static const Pattern kTitle(
      R"re((?:dong chi |d/c )?(?:(ong|anh|chu|bac|thay)|(ba|chi|co)|dong chi|)re"
      R"re(d/c|luat su|bac si|bs\.?|duoc si|ky su|)re"
      R"re((?:dai|thuong|trung|thieu) (?:uy|ta))(?:\s*/\s*ba)?\s*:?\s+)re"
      R"re((?:(?:ten )?la:? )?)re");
  const auto title = view.MatchStart(kTitle, {at, limit});
  if (!title) return;
  const int first = SkipBlanks(view, title->span.end, limit);
  if (view.ShapeAt(first) != 'A') return;
  const bool both =
      view.Folded(title->span).find("/ba") != std::string_view::npos;
  for (const std::size_t group : {std::size_t{0}, std::size_t{1}}) {
    if (both || !title->Has(group)) continue;
    name.gender = group == 0 ? 'm' : 'f';
    name.title = title->groups[group];
  }
  at = first;
}

}  // namespace

std::optional<PersonName> NameAt(const LetterView& view, int position,
                                 int limit) {
  PersonName name;
  int at = SkipBlanks(view, position, limit);
  TakeTitle(view, at, limit, name);
  name.span = {at, at};
  int words = 0;
  bool capitals = true;  // of all words so far; "LÊ VĂN TÁM Nam" ends there
  while (words < kLongestName && view.ShapeAt(at) == 'A' &&
         !view.MatchStart(NoName(), {at, limit})) {
    const int end = WordEnd(view, at, limit);
    const bool upper = IsUpperWord(view, at, end);
    if (words >= 2 && capitals && !upper) break;
    capitals = capitals && upper;
    name.span.end = end;
    ++words;
    if (view.ShapeAt(end) != ' ') break;
    at = end + 1;
  }
  if (words < 2) return std::nullopt;
  return name;
}

bool IsFamilyName(std::string_view folded) {
  static const std::unordered_set<std::string_view> kNames = {
      "nguyen", "tran", "le",    "pham",  "hoang",  "huynh",  "phan",   "vu",
      "vo",     "dang", "bui",   "do",    "ho",     "ngo",    "duong",  "ly",
      "cao",    "dinh", "dao",   "trinh", "luong",  "mai",    "truong", "lam",
      "doan",   "ha",   "dam",   "tong",  "chu",    "la",     "lai",    "luu",
      "ta",     "to",   "trieu", "quach", "thai",   "nghiem", "vuong",  "tu",
      "phung",  "nong", "dieu",  "vi",    "lo",     "thach",  "son",    "kim",
      "khuat",  "cu",   "ninh",  "chau",  "giang",  "kieu",   "diep",   "hua",
      "vang",   "bach", "khong", "khieu", "nhu",    "phi",    "mac",    "tiet",
      "ton",    "tieu", "lieu",  "au",    "khuong", "lu",     "lau",    "sung",
      "deo",    "be",   "nguy",  "nham",  "uong",   "ma"};
  return kNames.count(folded) != 0;
}

bool HasFamilyName(const LetterView& view, const PersonName& name) {
  const std::string_view folded = view.Folded(name.span);
  const std::size_t end = folded.find(' ');
  return end != folded.npos && IsFamilyName(folded.substr(0, end));
}

std::string NameKey(const OptionalText& name) {
  return name ? ShadowsOf(name->value).folded : std::string();
}

bool IsName(const LetterView& view, TextSpan span) {
  const auto name = NameAt(view, span.start, span.end);
  return name && name->span.end == view.Trimmed(span).end;
}

}  // namespace donthu
