#include "stages/extract/addresses.h"

#include <algorithm>

#include "stages/extract/units.h"

namespace donthu {
namespace {

// The first match whose first word is in lower case: " lam " ends a name,
// " Lâm " goes on with it.
std::optional<int> LowerCaseEnd(const LetterView& view, const Pattern& pattern,
                                TextSpan within) {
  // A match takes the blank behind its word, before which the next may begin.
  while (const auto match = view.Find(pattern, within)) {
    const int first = match->span.start;
    const int word = view.FoldedAt(first) == ' ' ? first + 1 : first;
    if (view.ShapeAt(word) != 'A') return first;
    within.start = word;
  }
  return std::nullopt;
}

const Pattern& Unit() {
  static const Pattern pattern(
      R"re((?:so nha|nha so|so \d|so [a-z]?\d|\d|thon|xom|ap\b|to \d|to dan|)re"
      R"re(to [a-z]{2,6}\b|khu\b|khom|khoi|ban\b|lang|buon|soc|phum|plei|)re"
      R"re(duong|ngo\b|ngach|hem|kiet|xa\b|phuong|p\.|q\.|h\.|x\.|tt\.|)re"
      R"re(tx\.|tp\b|thi tran|thi xa|huyen|quan\b|thanh pho|tinh\b|doi \d|)re"
      R"re(can ho|chung cu|toa nha|lo \d|lo [a-z]|phong \d|quoc lo|km \d|lau \d|)re"
      R"re(khu do thi|cum (?:cong|dan)|nha [a-z]{0,2}\d|tang \d|nha long|cung (?:ap|thon|xom|xa|to|khu|phuong|huyen)|t\.))re");
  return pattern;
}

// Where a part of an address may not begin: the next label.
const Pattern& NextLabel() {
  static const Pattern pattern(
      R"re((?:dien thoai|so dien|sdt|dt\b|so may|cccd|cmnd|cmtnd|can cuoc|)re"
      R"re(so can|so cccd|so cmnd|ho chieu|chung minh|sinh nam|sinh ngay|)re"
      R"re(giam doc|chu tich|ong |ba (?!ria|vi|dinh|be|to|na|tri|den|thuoc)|nghe nghiep|email|e-mail|thu dien|lien he|toi\b|hien (?:o|la|dang|)re"
      R"re(cu|tam)|tam tru|chuc vu|don vi|la\b|do (?:ong|ba)|chung toi|nay\b|)re"
      R"re(kinh |xin |vi |da ))re");
  return pattern;
}

bool HasNameOrNumber(const LetterView& view, int at, int limit) {
  for (; at < limit && view.FoldedAt(at) != ',' && view.FoldedAt(at) != '\n';
       ++at) {
    if (view.ShapeAt(at) == 'A' || view.ShapeAt(at) == '9') return true;
  }
  return false;
}

// "ở 1968" is no address.
bool HasWord(const LetterView& view, TextSpan span) {
  for (int at = span.start; at + 1 < span.end; ++at) {
    const auto pair = view.Folded({at, at + 2});
    if (pair[0] >= 'a' && pair[1] >= 'a') return true;
  }
  return false;
}

bool BeginsPart(const LetterView& view, int at, int limit) {
  if (view.MatchStart(NextLabel(), {at, limit})) return false;
  if (view.ShapeAt(at) == 'A' || view.ShapeAt(at) == '9') return true;
  // "huyện phía đông" names no place: a part has a capital or a number.
  if (view.Folded({at, at + 4}) != "cung" &&
      !HasNameOrNumber(view, at, limit)) {
    return false;
  }
  // "bản Nà Tòng", but not "bán vải": a hamlet's name has a capital.
  const bool hamlet = view.Folded({at, at + 4}) == "ban ";
  if (hamlet) return view.ShapeAt(at + 4) == 'A';
  return view.MatchStart(Unit(), {at, limit}).has_value();
}

// A full stop within "TP. Huế" or "P.12" ends no address.
bool EndsSentence(const LetterView& view, int at, int limit) {
  if (view.FoldedAt(at) != '.') return false;
  int word = at;
  while (word > 0 && view.ShapeAt(word - 1) != ' ') --word;
  const auto before = view.Folded({word, at});
  const bool short_form = before == "tp" || before == "p" || before == "q" ||
                          before == "h" || before == "x" || before == "tt" ||
                          before == "tx" || before == "t";
  return !short_form && (at + 1 >= limit || view.FoldedAt(at + 1) == ' ');
}

// To the comma, bracket, label or end of sentence.
int PartEnd(const LetterView& view, int at, int limit) {
  static const Pattern kLabelWithin(
      R"re(\s(?:-\s)?(?:dien thoai|so dien thoai|sdt|dt\s*:|so cccd|cccd|cmnd|)re"
      R"re(email|lam nghe|da |dang |va (?:cac|toi)|\|))re");
  for (; at < limit; ++at) {
    const char c = view.FoldedAt(at);
    if (c == ',' || c == ';' || c == '(' || c == ')' || c == '\n' || c == '|' ||
        EndsSentence(view, at, limit)) {
      break;
    }
    if (c == ' ' && view.ShapeAt(at + 1) != 'A' &&
        view.MatchStart(kLabelWithin, {at, limit})) {
      break;
    }
  }
  return at;
}

int SkipBlanks(const LetterView& view, int at, int limit) {
  while (at < limit && (view.FoldedAt(at) == ' ' || view.FoldedAt(at) == ':')) {
    ++at;
  }
  return at;
}

// "UBND huyện A bác đơn" ends after the place.
int FirstPlaceEnd(const LetterView& view, TextSpan body) {
  for (int at = body.start; at < body.end; ++at) {
    const int place = PlaceEndAt(view, at, body.end);
    if (place >= 0 && !GoesOnAfterPlace(view, place)) return place;
  }
  return body.end;
}

}  // namespace

std::optional<TextSpan> AddressAt(const LetterView& view, int position,
                                  int limit) {
  const int start = SkipBlanks(view, position, limit);
  int end = start;
  for (int at = start; at < limit && BeginsPart(view, at, limit);) {
    end = PartEnd(view, at, limit);
    const char c = view.FoldedAt(end);
    const bool dash = view.Folded({end, end + 3}) == " - ";
    if (c != ',' && !dash) break;
    at = SkipBlanks(view, end + 1, limit);
  }
  const TextSpan span = view.Trimmed({start, end});
  if (span.end - span.start < 4 || !HasWord(view, span)) return std::nullopt;
  return span;
}

std::optional<TextSpan> LabelledAddress(const LetterView& view,
                                        TextSpan within) {
  static const Pattern kLabel(
      R"re(\b(?:dia chi(?:(?: [a-z]+){1,6}(?= *:)| (?:thuong tru|lien he|)re"
      R"re(lien lac|hien nay|hien tai|noi o|tru so|nha rieng|xuong|cu tru))?|)re"
      R"re((?:dang ky )?ho khau(?: thuong tru)?|hktt|dkhktt|)re"
      R"re((?:dang |hien |hien dang )?(?:thuong tru|tam tru|cu tru|cu ngu|)re"
      R"re(sinh song)|noi (?:o|cu tru|thuong tru|dang ky|lam viec)|cho o|)re"
      R"re((?<!khu )nha o|nha tai|tru (?:tai|quan|so)|tru so(?= *:)|tru|ngu|)re"
      R"re(hien o|o tro|o tai|sinh song|song|dong tai|o))re"
      R"re((?: hien nay| hien tai| chinh| cung (?:vo|chong|con|gia dinh))?)re"
      R"re((?: tai| o)?(?:\s*[:.]\s*|\s+))re");
  for (const Match& label : view.FindAll(kLabel, within)) {
    const int line = view.LineAt(label.span.start);
    const int limit = std::min(within.end, view.line(line).end);
    const auto word = view.Folded(label.span);
    const bool bare = word == "o " || word == "song " || word == "tru ";
    const int at = SkipBlanks(view, label.span.end, limit);
    if (bare && !view.MatchStart(Unit(), {at, limit})) continue;
    if (auto address = AddressAt(view, at, limit)) return address;
  }
  return std::nullopt;
}

std::optional<TextSpan> BareAddress(const LetterView& view, TextSpan within) {
  static const Pattern kComma(
      R"re([,;.-]\s*(?=(?:so nha|so \d|nha so|thon|xom|ap|to dan pho|to \d|)re"
      R"re(phong \d|can \d|lo [a-z]{0,2}\d|km \d|k\d+/|)re"
      R"re(khu pho|khu \d|khu vuc|ban|buon|bon|khoi|doi \d|ngo \d|hem \d|)re"
      R"re(phuong|xa(?! (?:vien|hoi)))\b))re");
  for (const Match& comma : view.FindAll(kComma, within)) {
    const int line = view.LineAt(comma.span.start);
    const int limit = std::min(within.end, view.line(line).end);
    if (comma.span.end >= limit) continue;
    const auto address = AddressAt(view, comma.span.end, limit);
    if (address && view.Folded(*address).find(',') != std::string_view::npos) {
      return address;
    }
  }
  return std::nullopt;
}

std::optional<TextSpan> BodyAt(const LetterView& view, int position,
                               int limit) {
  static const Pattern kBody(
      R"re((?:ubnd|uy ban|hdnd|hoi dong|cong an|cong ty|hop tac xa|htx|so )re"
      R"re((?:[a-z]+)|phong |thanh tra|chi cuc|cuc |tong cuc|bo |ban |van phong|)re"
      R"re(toa an|vien |truong (?:tieu|trung|mam|thpt|thcs|th|mn|dai|cao|pho)|)re"
      R"re(trung tam|tram |benh vien|chi nhanh|ngan hang|doanh nghiep|hat |)re"
      R"re(to |co so|nha may|hoi |doan |bao hiem|kho bac|nong truong|lam truong|)re"
      R"re(bhxh |doi (?:kiem|quan|canh|thi|thanh|cong)|)re"
      R"re(quan (?!ly)|xuong|trang trai|cua hang|nha hang|dien luc|xi nghiep|)re"
      R"re(tong cong ty|tap doan|ho kinh doanh|phong kham|lien hiep|)re"
      R"re((?:lien )?to hop|cau lac bo|quy |cong doan|nghiep doan|chi hoi|)re"
      R"re(hiep hoi|truong (?:tt|day|day nghe|chinh|hoc)|doan luat|)re"
      R"re(khoa |khu |chung cu|buu dien|thon |xom |ap |lien doan|)re"
      R"re(xa |phuong |thi tran |huyen |tinh |thi xa |thanh pho ))re");
  static const Pattern kLowerToo(
      R"re((?:ubnd|uy ban nhan|cong an|cong ty|hop tac xa|truong |trung tam|)re"
      R"re(xa |phuong |thi tran |huyen |tinh |thi xa ))re");
  static const Pattern kEnd(
      R"re((?:[,;.)(|\n]|\s(?:v/v|ve (?:viec|phe|thu|xu|cuong)|da |)re"
      R"re(co (?!phan|so |quan|dien|khi)|tu (?:nam|thang|ngay|choi)|)re"
      R"re(den (?!bu)|vi |lam (?!san|nghiep|truong|dong)|tru |o |)re"
      R"re(do (?!thi|dac|luong)|dang (?!ky|kiem|bo|uy)|khong |nhan (?!dan)|)re"
      R"re(ky (?!dat|kinh|quyen|luat|thuat)|cham |chua |yeu |phe |)re"
      R"re(ap (?:dung|gia|sai|muc)|tra loi|buoc |cho |xac nhan|tieu huy|bac |)re"
      R"re(tam (?:dinh|giu|ngung)|(?<!chi )huy |duyet |giu |pha |phu nhan|)re"
      R"re(giai tan|chan |dua |khi |ban hanh|xa (?:thai|nuoc)|hoat dong|gay |)re"
      R"re(bi (?!thu)|lap |thu (?!do|y|vien)|nhung |ma |)re"
      R"re((?<!do )thi (?!xa|tran|hanh|dua)|cung |truoc |sau |trong (?!trot)|gui |)re"
      R"re(ra |la |ngay |phat (?!trien)|lay |so (?!\d{1,2}\b(?!/))|thu hoi|)re"
      R"re(doi (?:voi|nop|toi)|ghi |an dinh |xu phat |noi rang|va (?:de|yeu)|)re"
      R"re(cap (?!nuoc|thoat|cuu))|$))re");
  const int start = SkipBlanks(view, position, limit);
  const auto head = view.MatchStart(kBody, {start, limit});
  if (!head) return std::nullopt;
  if (view.ShapeAt(start) != 'A' &&
      !view.MatchStart(kLowerToo, {start, limit})) {
    return std::nullopt;
  }
  // The one name with a comma that is everywhere.
  static const Pattern kCommaWithin(
      R"re(hoi dong boi thuong, ho tro(?:,| va)? tai dinh cu)re");
  const auto comma = view.MatchStart(kCommaWithin, {start, limit});
  const int from = comma ? comma->span.end : head->span.end;
  const auto end = LowerCaseEnd(view, kEnd, {from, limit});
  const TextSpan span = view.Trimmed({start, end.value_or(limit)});
  if (span.end - span.start < 4) return std::nullopt;
  return TextSpan{start, FirstPlaceEnd(view, span)};
}

std::optional<TextSpan> PostAt(const LetterView& view, int position,
                               int limit) {
  static const Pattern kPost(
      R"re((?:(?:nguyen |pho |q\. |quyen )*(?:chu tich|giam doc|tong giam doc|)re"
      R"re(truong (?:phong|ban|thon|ap|khu|cong an|tram|to|doan|khoa|ban quan)|)re"
      R"re(hieu truong|bi thu|chanh (?:thanh tra|van phong)|chi cuc truong|)re"
      R"re(cuc truong|hieu pho|to truong|doi truong|ke toan(?: truong)?|)re"
      R"re(thu quy|cong chuc|can bo|vien chuc|nhan vien|chap hanh vien|)re"
      R"re(chuyen vien|giao vien|bac si|xa doi|vien truong|chanh an|)re"
      R"re(dia chinh|chu nhiem|tong giam|phong (?=[a-z]+ ?:)|pho phong|truong phong|)re"
      R"re(tram truong|hat truong|pho ban|thanh tra vien|kiem lam vien|)re"
      R"re(dieu tra vien|kiem sat vien|tham phan|thu ky|cong an vien|y si|)re"
      R"re(canh sat|duoc si|dieu duong|uy vien|van thu|thu kho|chi hoi truong|)re"
      R"re(truong (?:khoa|xom|buon|doan|chi nhanh)|thon truong|quan ly|)re"
      R"re(thuong truc|pho (?:truong|hieu|chi cuc)|bao ve|lai xe|ky su)))re");
  static const Pattern kEnd(
      R"re((?:[,;.)(|\n]|\s(?:ubnd|uy ban|cong ty|hop tac xa|phong |so |ban |)re"
      R"re(truong (?:tieu|trung|mam|thpt|thcs|th )|thuoc|cua|tai|xa (?!hoi)|phuong|)re"
      R"re(thi tran|huyen|tinh |trung tam|chi cuc|cuc |cong an (?:xa|huyen|tinh)|)re"
      R"re(hat |tram |benh vien|chi nhanh|phu trach|kiem lam|co so|hdnd|)re"
      R"re(quan (?!ly)|thanh pho|thi xa|)re"
      R"re(nong truong|lam truong|xi nghiep|nha may|bao hiem|bhxh|ngan hang|)re"
      R"re(dien luc|kho bac|buu dien|van phong|hoi dong|doi (?:quan|kiem|canh|thue)|)re"
      R"re(da |co hanh|vi |tu (?:nam|thang)|lam|ky|don vi|nay)|$))re");
  const int start = SkipBlanks(view, position, limit);
  const auto head = view.MatchStart(kPost, {start, limit});
  if (!head) return std::nullopt;
  const auto end = view.Find(kEnd, {head->span.end, limit});
  return view.Trimmed({start, end ? end->span.start : limit});
}

}  // namespace donthu
