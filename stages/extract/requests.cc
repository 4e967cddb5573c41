#include "stages/extract/requests.h"

#include <algorithm>

namespace donthu {
namespace {

// The end of a paragraph that announces a list of requests.
const Pattern& Announcement() {
  static const Pattern pattern(
      R"re((?:.*[.!?]\s)?[^.]*\b(?:yeu cau|de nghi|kinh mong|mong|kien nghi|)re"
      R"re(de xuat|nguyen vong|giai phap|mat y|may y|gop y|ba y kien|y kien nho|)re"
      R"re(cau xin|khan cau|)re"
      R"re(xin (?!trinh|phan|noi|neu|khang|to cao|bao cao|giai|thua|ke)|coi lai)re"
      R"re()\b[^.]{0,150}(?::|sau day|nhu sau)\s*$)re");
  return pattern;
}

// A heading over a list: "IV. YÊU CẦU GIẢI QUYẾT", "III. ĐỀ NGHỊ".
const Pattern& Heading() {
  static const Pattern pattern(
      R"re((?:yeu cau|de nghi|kien nghi|de xuat|nguyen vong)[a-z ]{0,40}\s*:?\s*$)re");
  return pattern;
}

// An asking verb and its addressee, to the clause asked for.
const Pattern& Asking() {
  static const Pattern pattern(
      R"re((?:\b(?:toi|chung toi|gia dinh toi|em|chau|cong ty|ba con|ubnd xa|)re"
      R"re(vi vay|do do|nay|vi the|vi le do|cho nen|nen|tu (?:nhung|cac)|can cu|rat|cung|va)\b[^.;\n]{0,110}?\b|)re"
      R"re((?:^|[.,;\n]\s*)(?:rat |kinh |chi )?)(?:kinh de nghi|de nghi|yeu cau|)re"
      R"re(kinh mong|kinh xin|mong muon|mong|xin|kien nghi|de xuat|cau xin|)re"
      R"re(khan cau|nho|ask you to)\b)re");
  return pattern;
}

// Verbs that begin what is asked for.
constexpr const char* kVerbs =
    R"re((?:xem xet|huy|thu hoi|xac minh|lam ro|xu ly|xu phat|giai quyet|)re"
    R"re(boi thuong|cap |tra |tra loi|buoc|thanh tra|kiem tra|chi dao|)re"
    R"re(dinh chi|tam dung|tam dinh chi|cho |giu |bao ve|sua|thay|dua |lap |)re"
    R"re(khoi phuc|cong nhan|cong khai|ra quyet|rut|huong dan|ap dung|tinh |)re"
    R"re(khong |bo tri|ho tro|dau tu|don |gan |phoi hop|to chuc|cham dut|)re"
    R"re(cuong che|ky luat|hoan tra|mo |nao vet|chan |lap dat|xay|niem phong|)re"
    R"re(tien hanh|ket luan|can thiep|som |bao |cu |nhac |quan tam|mien|giam|)re"
    R"re(cho phep|dieu chinh|bai bo|truy cuu|khoi to|yeu cau|buoc|dung |thuc hien|)re"
    R"re(trinh |quy dinh|cu |moi |phun|hoi |dat |van hanh|bo sung|mo rong|)re"
    R"re(lay |cong bo|khao sat|hop |truy |doi |chia |cho nuoc|xet |cat|chuyen|nang|lam |tim |thao do|di doi|sap xep|return|cancel|)re"
    R"re(dieu chuyen|tuyen |xin loi|tham tra|hoan |nhan |thay |lam ro|truy linh|ngung|ngat|dep |giai toa|de |doi thoai|cung cap|bao dam|dam bao|thi hanh|kiem diem|cach chuc|bai nhiem|loai |luu |doi xu|phuc hoi|xoa |mien|giao |phan |rao |cam |ngan |nhanh|thong bao|rut|dieu tra|ra soat))re";

const Pattern& Verb() {
  static const Pattern pattern(std::string(R"re([\s:,"]\s*()re") + kVerbs +
                               ")");
  return pattern;
}

// Where one clause of a sentence ends and the next begins.
const Pattern& Between() {
  static const Pattern pattern(
      std::string(
          R"re((?:[;,]\s*(?:va |dong thoi |trong khi cho,? |neu [^,;]{0,60}thi )?|)re"
          R"re(\s(?:va|dong thoi) (?:xin |de nghi )?|[;:,]?\s*\(?\d[.)]\s*)(?=)re") +
      kVerbs + ")");
  return pattern;
}

int SentenceEnd(const LetterView& view, int at, int limit) {
  for (; at < limit; ++at) {
    const bool stop = view.FoldedAt(at) == '.' &&
                      (at + 1 >= limit || view.FoldedAt(at + 1) == ' ') &&
                      view.ShapeAt(at - 1) != '.';
    if (stop || view.FoldedAt(at) == '\n') return at;
  }
  return limit;
}

// "quan tâm, xem xét, giải quyết": asks for nothing in particular.
bool IsEmptyAsking(const LetterView& view, TextSpan span) {
  static const Pattern kGeneral(
      R"re((?:(?:som|xem xet|quan tam|giup do|giai quyet|tra loi|chap (?:nhan|)re"
      R"re(thuan)|dong y|luu tam|cuu xet|cho (?:toi|chung toi|dan)|nay|don|va|)re"
      R"re(cho|cua|toi|chung toi|gia dinh|nguyen vong|noi dung|theo|dung|quy|)re"
      R"re(dinh|phap luat|thoa dang|kip thoi|nhanh chong|de|ba con|nho|giup|vu|)re"
      R"re(viec|tren|som|ho|duoc|sau|day|nhu|mot|cach|cac|van|de|nhung|may)re"
      R"re()[\s,]*)+[.:;]?$)re");
  return view.MatchStart(kGeneral, span).has_value();
}

void AddClause(const LetterView& view, TextSpan span,
               std::vector<LocatedText>& requests) {
  constexpr int kShortest = 15;
  span = view.Trimmed(span);
  if (span.end - span.start < kShortest || IsEmptyAsking(view, span)) return;
  for (const LocatedText& known : requests) {
    if (known.span.start < span.end && span.start < known.span.end) return;
  }
  requests.push_back(view.Quote(span));
}

void AddItem(const LetterView& view, TextSpan line,
             std::vector<LocatedText>& requests) {
  const int start = ListMark(view, line).end;
  const int end = SentenceEnd(view, start, line.end);
  AddClause(view, {start, end}, requests);
}

bool IsItem(const LetterView& view, TextSpan line) {
  return ListMark(view, line).end > line.start;
}

bool Announces(const LetterView& view, TextSpan line) {
  static const Pattern kOther(
      R"re((?:.*(?:tai lieu|chung cu|ho so gui|kem theo|gui kem|dinh kem|)re"
      R"re(khong (?:dong y|chap nhan|hop ly)|noi dung (?:to cao|khieu|kien)))re"
      R"re([^:.]*:?$))re");
  constexpr int kTail = 260;
  const TextSpan tail = {std::max(line.start, line.end - kTail), line.end};
  if (view.MatchStart(kOther, tail)) return false;
  return view.MatchStart(Announcement(), tail) ||
         view.MatchStart(Heading(), {ListMark(view, line).end, line.end});
}

bool IsHeadline(const LetterView& view, TextSpan line) {
  for (int at = line.start; at < line.end; ++at) {
    if (view.ShapeAt(at) == 'a') return false;
  }
  return true;
}

bool BeginsWithVerb(const LetterView& view, TextSpan line) {
  static const Pattern kBegin(kVerbs);
  return view.MatchStart(kBegin, line).has_value();
}

// The lines under an announcement: marked ones, or, where it ends with a
// colon, bare ones that begin with what is asked.
bool IsAsked(const LetterView& view, TextSpan announcement, TextSpan line) {
  if (IsItem(view, line)) return true;
  constexpr int kLongest = 260;  // characters
  return view.FoldedAt(announcement.end - 1) == ':' &&
         line.end - line.start <= kLongest && BeginsWithVerb(view, line);
}

void AddLists(const LetterView& view, const Zones& zones,
              std::vector<LocatedText>& requests) {
  for (int i = zones.body.first; i + 1 < zones.body.last; ++i) {
    const TextSpan head = view.line(i);
    if (!IsAsked(view, head, view.line(i + 1))) continue;
    if (!Announces(view, head)) continue;
    int k = i + 1;
    for (; k < zones.body.last; ++k) {
      const TextSpan item = view.line(k);
      if (!IsAsked(view, head, item) || IsHeadline(view, item)) break;
      AddItem(view, item, requests);
    }
    i = k - 1;  // an item that announces would find the same items again
  }
}

void AddSentence(const LetterView& view, TextSpan sentence,
                 std::vector<LocatedText>& requests) {
  const auto verb = view.Find(Verb(), sentence);
  if (!verb || verb->groups[0].start > sentence.start + 110) return;
  int start = verb->groups[0].start;
  for (const Match& cut : view.FindAll(Between(), {start + 6, sentence.end})) {
    AddClause(view, {start, cut.span.start}, requests);
    start = cut.span.end;
  }
  AddClause(view, {start, sentence.end}, requests);
}

void AddSentences(const LetterView& view, TextSpan within,
                  std::vector<LocatedText>& requests) {
  static const Pattern kPast(
      R"re(\b(?:da|tung|duoc|hom|khi|bi) (?:[a-z]+ ){0,2}(?:de nghi|yeu cau|kien nghi|)re"
      R"re(xin|mong)$|xin (?:cam doan|cam on|chiu|hua|cam ket|trinh bay|)re"
      R"re(chan thanh|tran trong|noi ro|thua|khong|giau|phep|loi|hoan|nghi)$|)re"
      R"re(khong$)re");
  for (const Match& asking : view.FindAll(Asking(), within)) {
    const int end = SentenceEnd(view, asking.span.end, within.end);
    const int last = std::min(end, asking.span.end + 14);
    static const Pattern kVow(
        R"re(\s(?:cam doan|cam on|chiu|hua|cam ket|trinh bay|chan thanh|)re"
        R"re(tran trong|noi ro|thua|giau|phep|loi|nghi |hoan|duoc phep|don |)re"
        R"re(bao dam|nop|hoi |doi on))re");
    if (view.MatchStart(kVow, {asking.span.end, last + 10})) continue;
    if (view.Find(kPast, asking.span)) continue;
    AddSentence(view, {asking.span.end, end}, requests);
  }
}

}  // namespace

std::vector<LocatedText> RequestsIn(const LetterView& view,
                                    const Zones& zones) {
  std::vector<LocatedText> requests;
  if (zones.body.empty()) return requests;
  AddLists(view, zones, requests);
  const TextSpan body = {view.line(zones.body.first).start,
                         view.line(zones.body.last - 1).end};
  // Without a list the asking stands after the story.
  constexpr double kNarrative = 0.35;
  const int from =
      body.start + static_cast<int>(kNarrative * (body.end - body.start));
  if (requests.empty()) AddSentences(view, {from, body.end}, requests);
  std::sort(requests.begin(), requests.end(),
            [](const LocatedText& a, const LocatedText& b) {
              return a.span.start < b.span.start;
            });
  return requests;
}

}  // namespace donthu
