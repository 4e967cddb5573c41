#include "stages/extract/writers.h"

#include <algorithm>

#include "stages/extract/addresses.h"
#include "stages/extract/names.h"

namespace donthu {
namespace {

constexpr int kOpeningLines = 16;  // of the body, at most

const Pattern& OtherSide() {
  static const Pattern pattern(
      R"re(\b(?:(?:nguoi|co quan|ben|don vi|to chuc|ca nhan|doi tuong)\b[^:\n]{0,40})re"
      R"re( bi (?:khieu nai|to cao|kien nghi|phan anh|kien|to giac)|)re"
      R"re(nguoi bi\b|bi don\b|to cao (?:cac |nhung )?(?:ong|ba|doi voi)|)re"
      R"re((?:to cao|to giac|thua) (?:cac|nhung|\d+|hai|ba|bon|nam) (?:nguoi|)re"
      R"re(can bo|dong chi|ca nhan|doi tuong|dang vien)))re");
  return pattern;
}

// Where the matter or the requests begin.
const Pattern& OpeningEnd() {
  static const Pattern pattern(
      R"re(\b(?:(?:toi|chung toi)\b[^.\n]{0,60}\b(?:khieu nai|to cao|to giac|)re"
      R"re(phan anh|kien nghi|trinh bay|lam don)\b(?! (?:la|so|gom))|)re"
      R"re(noi dung (?:khieu nai|to cao|don|su viec|kien nghi|phan anh)|)re"
      R"re((?:khieu nai|to cao|phan anh) ve viec|su viec|)re"
      R"re((?:danh sach|stt)\b))re");
  return pattern;
}

const Pattern& WriterAnchor() {
  static const Pattern pattern(
      R"re(\b(?:(?:toi|em|chau|con|minh|chung toi)(?:\s+(?:ten (?:that |day du )?)re"
      R"re(la|co ten la|ten|la|gom(?: co)?)(?:\s+(?:hai )?(?:vo chong|me con|)re"
      R"re(cha con|anh em|chi em|gia dinh|ho gia dinh))?|\s*(?=:))|)re"
      R"re(toi\s*,(?: (?:xa vien|cong dan|hoi vien|giao vien|to truong)(?= ))?|)re"
      R"re(gom(?: co)?(?: [a-z]+){0,3}\s*(?=:)|)re"
      R"re(ten\s+(?:toi|chung toi|em|chau)(?:\s+la)?|)re"
      R"re(ho(?:\s+va|\s*,|\s*&)?\s*ten(?:\s+(?:toi(?: la)?(?= )|)re"
      R"re((?:nguoi|cua)\s+[a-z ]{3,24}))?|)re"
      R"re(nguoi\s+(?:khieu nai|to cao|to giac|lam don|viet don|dung don|)re"
      R"re(kien nghi|phan anh|dung ten|dung dau don|gui|de nghi|gui don|)re"
      R"re(trinh bao|trinh bay|khang cao|khoi kien|yeu cau|giai trinh|rut don|)re"
      R"re(viet)(?: la)?|toi la [^.:\n]{3,60}?\bten(?: la)?(?= )|)re"
      R"re(nguoi (?:dai dien|duoc uy quyen)[a-z ]{0,40}?)re"
      R"re((?: la\b| *(?=:))|)re"
      R"re(full name|dai dien(?: la)?(?= (?:ong|ba)| *:)|chu ho\s*(?=:)|)re"
      R"re(do(?= (?:ong|ba|anh|chi|luat su)\b[^.;\n]{3,200}\b)re"
      R"re((?:dai dien|dung don|thay mat)\b)|)re"
      R"re(thay cho (?:[a-z]+ ){1,2}(?:toi|em|chau) la|)re"
      R"re((?:nguoi thu (?:nhat|hai|ba|tu)|(?:chi|anh) ca|em (?:ut|ke)) la|)re"
      R"re(toi(?= [a-z]{2,7} [a-z]{2,7}(?: [a-z]{2,7}){0,2}, \d\d tuoi)|)re"
      R"re((?:cu|uy quyen cho)(?= (?:ong|ba|luat su)\b))\s*[:.]?\s*)re"
      R"re((?:luat su\s+)?)re");
  return pattern;
}

// What follows a name that is given with its bearer's data.
const Pattern& DataAfter() {
  static const Pattern pattern(
      R"re((?:\s*\([^)\n]{0,40}\))?[\s,;:(.-]{0,4}(?:sinh|sanh|nam sinh|ngay sinh|sn\b|so (?:cccd|)re"
      R"re(cmnd|can cuoc|dinh|dien|dt)|cccd|cmnd|cmt|can cuoc|ho chieu|)re"
      R"re(\d\d tuoi|ngu\b|thuong tru|tru\b|tam tru|hien |dia chi|o (?:tai|so|)re"
      R"re(ap|thon|to|xom|khu)|cung (?:ap|thon|to|xom)|dien thoai|sdt|dt\b|)re"
      R"re(hktt|ho khau|chuc vu|nghe))re");
  return pattern;
}

bool HasData(const LetterView& view, int at, int limit) {
  return view.MatchStart(DataAfter(), {at, limit}).has_value();
}

bool IsAboutOthers(const LetterView& view, int at) {
  static const Pattern kOthers(
      R"re((?:bi (?:khieu nai|to cao)|chong toi|vo toi|con toi|)re"
      R"re(cha toi|bo toi|me toi|nho)[^,.;:\n]{0,12}$)re");
  return view.Find(kOthers, {std::max(0, at - 30), at}).has_value();
}

// "tôi là …": said once; after it "em tôi là …" names another person.
bool IsSelf(const LetterView& view, TextSpan anchor) {
  static const Pattern kSelf(
      R"re((?:toi|em(?! (?:ut|ke))|chau|con|minh|chung toi|ten toi)\b)re");
  return view.MatchStart(kSelf, anchor).has_value();
}

void AddWriter(const PersonName& name, SenderRole role, const LetterView& view,
               std::vector<Writer>& writers) {
  for (Writer& writer : writers) {
    if (view.Folded(writer.name) != view.Folded(name.span)) continue;
    // "Cử ông A …" may have been found before the line with A's data.
    if (name.span.start < writer.name.start) {
      writer.name = name.span;
      writer.title = name.title;
    }
    return;
  }
  writers.push_back({name.span, {}, {}, name.gender, name.title, role});
}

// By the anchor and, in a form, by the heading over it.
SenderRole RoleOf(const LetterView& view, TextSpan anchor) {
  static const Pattern kAuthorised(R"re(duoc uy quyen[^\n]*\n[^\n:]*$)re");
  const std::string_view words = view.Folded(anchor);
  if (words.find("luat su") != words.npos) return SenderRole::kLawyer;
  const bool authorised =
      words.find("uy quyen") != words.npos ||
      view.Find(kAuthorised, {std::max(0, anchor.start - 90), anchor.start});
  if (authorised) return SenderRole::kAuthorised;
  const bool represents =
      words.find("dai dien") != words.npos || words.substr(0, 3) == "do ";
  return represents ? SenderRole::kRepresentative : SenderRole::kWriter;
}

TextSpan OpeningOf(const LetterView& view, const Zones& zones) {
  const int last = std::min({zones.body.first + kOpeningLines,
                             zones.signature.first, view.line_count()});
  if (zones.body.first >= last) return {0, 0};
  return {view.line(zones.body.first).start, view.line(last - 1).end};
}

// The first place that is the other side's after the writer was named.
int OpeningLimit(const LetterView& view, TextSpan opening, int after) {
  const auto end = view.Find(OpeningEnd(), {after, opening.end});
  const int limit = end ? end->span.start : opening.end;
  const int other = OtherSideAt(view, {after, limit});
  return other < 0 ? limit : other;
}

std::optional<PersonName> NameAfter(const LetterView& view,
                                    const Match& anchor) {
  if (IsAboutOthers(view, anchor.span.start)) return std::nullopt;
  const int limit = view.line(view.LineAt(anchor.span.start)).end;
  if (anchor.span.end > limit) return std::nullopt;
  return NameAt(view, anchor.span.end, limit);
}

void FindFirst(const LetterView& view, TextSpan opening,
               std::vector<Writer>& writers) {
  TextSpan rest = opening;
  while (writers.empty()) {
    const auto anchor = view.Find(WriterAnchor(), rest);
    if (!anchor) return;
    const auto name = NameAfter(view, *anchor);
    if (name) AddWriter(*name, RoleOf(view, anchor->span), view, writers);
    rest.start = anchor->span.end;
  }
}

// Others whom an anchor announces after the first, up to the opening's limit.
void FindByAnchor(const LetterView& view, int opening_limit,
                  std::vector<Writer>& writers) {
  if (writers.empty()) return;
  const TextSpan rest = {writers[0].name.end, opening_limit};
  if (rest.end <= rest.start) return;
  for (const Match& anchor : view.FindAll(WriterAnchor(), rest)) {
    if (IsSelf(view, anchor.span)) continue;
    const auto name = NameAfter(view, anchor);
    if (name) AddWriter(*name, RoleOf(view, anchor.span), view, writers);
  }
}

// "…; bà B, sinh năm …" and "… và ông C" after a writer, on its line.
void FindCoordinated(const LetterView& view, int opening_limit,
                     std::vector<Writer>& writers) {
  static const Pattern kJoin(
      R"re((?:[;,.]\s*(?:va\s+|cung\s+|\(?\d[.)]\s*)?|\s(?:va|cung|&)\s+))re"
      R"re((?:(?:vo|chong|con|em|me)(?: toi)?(?: la| ten(?: la)?)?\s+)?)re");
  if (writers.empty()) return;
  const int from = writers[0].name.end;
  const int limit = std::min(opening_limit, view.line(view.LineAt(from)).end);
  for (const Match& join : view.FindAll(kJoin, {from, limit})) {
    const auto name = NameAt(view, join.span.end, limit);
    if (!name || !HasData(view, name->span.end, limit)) continue;
    const bool comma = view.FoldedAt(join.span.start) == ',';
    if (comma && name->gender == '?') continue;  // "…, Nghệ An, hiện ở …"
    AddWriter(*name, SenderRole::kWriter, view, writers);
  }
}

// Lines "1) Ông Huỳnh Văn A, sinh năm …" and "- Bà …, trú tại …".
void FindNumbered(const LetterView& view, TextSpan opening, int opening_limit,
                  std::vector<Writer>& writers) {
  const int from = writers.empty() ? opening.start : writers[0].name.end;
  // Before the first writer the other side may stand, too; after the writer the
  // limit knows of it.
  const int other =
      OtherSideAt(view, {opening.start, writers.empty() ? opening.end : from});
  const int limit = other < 0 ? opening_limit : other;
  for (int i = view.LineAt(opening.start); i < view.line_count(); ++i) {
    const TextSpan line = view.line(i);
    if (line.start >= limit) return;
    const int start = ListMark(view, line).end;
    if (start == line.start) continue;
    const auto name = NameAt(view, start, line.end);
    if (name && name->span.start <= start + 8 &&
        HasData(view, name->span.end, line.end)) {
      AddWriter(*name, SenderRole::kWriter, view, writers);
    }
  }
}

// An organisation that writes: "Đơn vị chúng tôi là Hợp tác xã …".
std::optional<TextSpan> WritingBody(const LetterView& view, TextSpan opening) {
  static const Pattern kAnchor(
      R"re(\b(?:don vi chung toi(?: la)?|chung toi(?: la|,)?|toi la|)re"
      R"re(ten (?:don vi|cong ty|to chuc|doanh nghiep|nguoi|co quan))re"
      R"re((?:,? [a-z]+){0,4}|(?:nguoi|ben|to chuc|don vi|co quan) )re"
      R"re((?:khieu nai|to cao|kien nghi|phan anh|de nghi|lam don|gui don)|)re"
      R"re(cong ty chung toi(?: la)?)\s*[:.]?\s*(?=cong ty|hop tac xa|htx|)re"
      R"re(doanh |truong |ngan hang|chi nhanh|(?:chi |hiep )?hoi |ban |)re"
      R"re(to hop tac|to hoi|cau lac bo|xi nghiep|co so|nha may|trung tam|)re"
      R"re(lien hiep|cua hang|nghiep doan|cong doan|quy |phong kham|benh vien))re");
  for (const Match& anchor : view.FindAll(kAnchor, opening)) {
    if (auto body = BodyAt(view, anchor.span.end, opening.end)) return body;
  }
  return std::nullopt;
}

// The body of a letterhead, where the letter has a number of its own
// ("Số: 29/CV-LTX"), as companies and offices write, or where it is one that
// writes to offices but is none.
std::optional<TextSpan> LetterheadBody(const LetterView& view,
                                       const Zones& zones) {
  static const Pattern kNumber(R"re(so\s*:\s*\d{1,5}\s?/)re");
  static const Pattern kPrivate(
      R"re(cong ty|doanh nghiep|hop tac xa|htx|(?:chi |hiep |lien )?hoi |)re"
      R"re(cau lac bo|to hop tac|nghiep doan|co so|ban dai dien|ban quan tri)re");
  constexpr int kHead = 6;  // lines
  const int last = std::min({kHead, view.line_count(), zones.body.first});
  std::optional<TextSpan> body;
  for (int i = 0; i < last; ++i) {
    const TextSpan line = view.line(i);
    const auto name = BodyAt(view, line.start, line.end);
    if (i < 3 && name) body = name;  // under the office over it
    if (body &&
        (view.MatchStart(kNumber, line) || view.MatchStart(kPrivate, *body))) {
      return body;
    }
  }
  return std::nullopt;
}

// A line of a form that goes on with the data of the person above it.
bool IsDataLine(const LetterView& view, TextSpan line) {
  static const Pattern kLabel(
      R"re((?:so )?(?:cc[a-z]{0,2}d|cmt?nd|can cuoc|the can|dien thoai|di dong|)re"
      R"re(dia chi|sdt|dt\b|sinh|ngay|nam sinh|noi |ho chieu|ho khau|hktt|)re"
      R"re(thuong tru|tam tru|cho o|tru |ngu |email|e-mail|thu dien|gioi tinh|)re"
      R"re(chuc vu|nghe |dinh danh|dan toc|hien |chung minh|may|lien he))re");
  return view.MatchStart(kLabel, {ListMark(view, line).end, line.end})
      .has_value();
}

// The end of what is said about the last of several writers alone.
int OwnEnd(const LetterView& view, const Writer& writer, int limit) {
  static const Pattern kTogether(
      R"re(\b(?:cung|deu|tat ca|ca (?:hai|ba|gia dinh))\s+(?:[a-z]+ )?)re"
      R"re((?:thuong tru|tru|ngu|o|dia chi|cu tru|hktt|dang|sinh song|so nha)\b)re");
  int line = view.LineAt(writer.name.start);
  while (line + 1 < view.line_count() && view.line(line + 1).start < limit &&
         IsDataLine(view, view.line(line + 1))) {
    ++line;
  }
  const int end = std::min(limit, view.line(line).end);
  const auto together = view.Find(kTogether, {writer.name.end, end});
  return together ? together->span.start : end;
}

// The end of the lines that may tell of a writer: where the story begins, a
// long paragraph that is no "Tôi sinh năm …".
int StoryAt(const LetterView& view, int name, int limit) {
  constexpr int kLongestLine = 170;  // characters
  static const Pattern kMore(R"re((?:toi |em |hien |sinh |nam nay |cung ))re");
  for (int i = view.LineAt(name) + 1; i < view.line_count(); ++i) {
    const TextSpan line = view.line(i);
    if (line.start >= limit) break;
    if (line.end - line.start <= kLongestLine) continue;
    if (!IsDataLine(view, line) && !view.MatchStart(kMore, line)) {
      return line.start;
    }
  }
  return limit;
}

// `limit`: of the opening, after `first_end`.
void SetData(const LetterView& view, TextSpan opening, int first_end, int limit,
             std::vector<Writer>& writers) {
  for (std::size_t i = 0; i < writers.size(); ++i) {
    Writer& writer = writers[i];
    const bool last = i + 1 == writers.size();
    int end = !last ? writers[i + 1].name.start
              : writer.name.end == first_end
                  ? limit
                  : OpeningLimit(view, opening, writer.name.end);
    end = std::max(StoryAt(view, writer.name.start, end), writer.name.end);
    writer.data = {writer.name.end, end};
    if (!last || i == 0) continue;
    writer.data.end = OwnEnd(view, writer, end);
    writers[0].shared = {writer.data.end, end};
  }
}

// A company stands for itself; of persons only who speak for it remain.
void AddBody(TextSpan body, std::vector<Writer>& writers) {
  const auto is_other = [&](const Writer& writer) {
    return writer.role == SenderRole::kWriter || writer.name.start < body.start;
  };
  writers.erase(std::remove_if(writers.begin(), writers.end(), is_other),
                writers.end());
  writers.insert(writers.begin(), Writer{body, {}, {}, '?', {}, {}});
}

}  // namespace

int OtherSideAt(const LetterView& view, TextSpan within) {
  if (!view.HoldsAny(within,
                     {"bi khieu", "bi to ", "bi kien", "bi phan", "nguoi bi",
                      "bi don", "to cao cac", "to cao nhung", "to cao ong",
                      "to cao ba", "to cao doi", "nhung nguoi", "cac ca nhan",
                      "to giac", "thua cac"})) {
    return -1;
  }
  const auto other = view.Find(OtherSide(), within);
  return other ? other->span.start : -1;
}

std::vector<Writer> WritersIn(const LetterView& view, const Zones& zones) {
  const TextSpan opening = OpeningOf(view, zones);
  std::vector<Writer> writers;
  if (opening.end <= opening.start) return writers;
  FindFirst(view, opening, writers);
  const int first_end = writers.empty() ? 0 : writers[0].name.end;
  const int limit =
      writers.empty() ? opening.end : OpeningLimit(view, opening, first_end);
  FindByAnchor(view, limit, writers);
  FindCoordinated(view, limit, writers);
  FindNumbered(view, opening, limit, writers);
  std::sort(writers.begin(), writers.end(),
            [](const Writer& a, const Writer& b) {
              return a.name.start < b.name.start;
            });
  auto body = LetterheadBody(view, zones);
  if (!body) body = WritingBody(view, opening);
  if (body && (writers.empty() || writers[0].name.start > body->start)) {
    AddBody(*body, writers);
  }
  SetData(view, opening, first_end, limit, writers);
  return writers;
}

}  // namespace donthu
