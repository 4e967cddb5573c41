#include "stages/extract/decisions.h"

#include <algorithm>
#include <utility>

#include "stages/extract/addresses.h"
#include "stages/extract/dates.h"
#include "stages/extract/names.h"
#include "stages/extract/tagged_spans.h"

namespace donthu {
namespace {

// 1: number with its type; 2: type. Laws and circulars have types that are
// not listed.
const Pattern& Reference() {
  static const Pattern pattern(
      R"re((?<![\d/,.])(\d{1,7}[a-z]?\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?)re"
      R"re(([qo]d{1,2}|tb|kl|bb|hc-st|hc-pt|ds-st|ds-pt|hs-st|hs-pt|hngd-st|kdtm-st|ld-st))re"
      R"re((?![a-z])(?:\s?-\s?[a-z][a-z&.-]*[a-z]\d{0,2}(?!\d))?))re");
  return pattern;
}

// Party documents have their number first: "11-QĐ/HU", "215-KL/TU".
const Pattern& PartyReference() {
  static const Pattern pattern(
      R"re((?<![\d/,.-])(\d{1,4}\s?-\s?(qd|kl|tb)\s?/\s?[a-z]{2,12})(?![a-z]))re");
  return pattern;
}

// "Quyết định số 61", "Quyết định 156": a number without its type.
const Pattern& BareReference() {
  static const Pattern pattern(
      R"re(\b(quyet dinh|qd|thong bao|ket luan|ban an)\b)re"
      R"re((?:(?: [a-z]+){0,6}? so:?)?\s)re"
      R"re((\d{1,5})(?![\d/.,]\d|\d|\s?/|\s?-\s?(?:qd|kl|tb)|\s(?:nam|thang|ngay(?! \d{1,2}\s?[/.-])|cua thu tuong)))re");
  return pattern;
}

// "Quyết định số 84/LĐTBXH", "Thông báo 12-TB/XN", "phiếu trả hồ sơ số
// 1186/PTHS": a type of the office's own.
const Pattern& OwnReference() {
  static const Pattern pattern(
      R"re(\b(quyet dinh|thong bao|ket luan|cong van|van ban|phieu|giay|bien ban)re"
      R"re()\b(?:(?: [a-z]+){0,6}? so:?)?\s)re"
      R"re((\d{1,5}\s?[/-]\s?[a-z][a-z&]{1,9}\d{0,2})re"
      R"re((?:\s?[/-]\s?[a-z][a-z&]{1,9}\d{0,2})?))re"
      R"re((?![a-z0-9/-]))re");
  return pattern;
}

std::string KindOf(std::string_view type) {
  if (type.substr(1, 1) == "d") return "quyet_dinh";  // "qd", "qdd", "od"
  if (type == "tb") return "thong_bao";
  if (type == "kl") return "ket_luan";
  if (type == "bb") return "bien_ban";
  return "ban_an";
}

// "QĐ" however often OCR doubled its stroke, or read its Q as O.
std::string NumberOf(const LetterView& view, const Match& reference) {
  const TextSpan number = reference.groups[0];
  const TextSpan type = reference.groups[1];
  const bool decides = KindOf(view.Folded(type)) == "quyet_dinh";
  return CompactNumber(view.Text({number.start, type.start})) +
         (decides ? "QĐ" : std::string(view.Text(type))) +
         CompactNumber(view.Text({type.end, number.end}));
}

// What is said of the decision right after its number.
TextSpan After(const LetterView& view, int at) {
  const TextSpan line = view.line(view.LineAt(at));
  return {at, std::min(line.end, at + 220)};
}

// `at`: from where on, and behind the date that was found.
void FillDate(const LetterView& view, std::string_view last_day, int& at,
              DecisionRef& decision) {
  constexpr int kFar = 12;  // "(", ", ký ", " đề "
  const TextSpan after = After(view, at);
  for (const DateMention& date : DatesIn(view, after)) {
    if (date.span.start > at + kFar) break;
    decision.date = view.Locate(date.iso, date.span);
    at = date.span.end;
    return;
  }
  constexpr int kDay = 12;   // "15 / 11 / 03"
  constexpr int kLong = 50;  // "ký ngày 3 tháng mười hai năm 2020"
  const TextSpan soon = {at, std::min(after.end, at + kFar + kDay)};
  auto day = ShortDayIn(view, soon);
  if (!day) day = NamedMonthDayIn(view, {at, std::min(after.end, at + kLong)});
  if (!day) day = DayBefore(view, soon, last_day);
  if (!day || day->span.start > at + kFar) return;
  at = day->span.end;
  decision.date = std::move(day);
}

void FillIssuer(const LetterView& view, int at, DecisionRef& decision) {
  static const Pattern kOf(R"re(\s*,?\s*\(?(?:cua|do)\s+(?:(?:ong|ba) )?)re");
  const auto of = view.MatchStart(kOf, After(view, at));
  if (!of) return;
  const TextSpan rest = {of->span.end, After(view, at).end};
  std::optional<TextSpan> issuer = BodyAt(view, rest.start, rest.end);
  if (const auto post = PostAt(view, rest.start, rest.end); post && !issuer) {
    const auto body = BodyAt(view, post->end, rest.end);
    issuer = body ? TextSpan{post->start, body->end} : *post;
  }
  if (const auto name = NameAt(view, rest.start, rest.end); name && !issuer) {
    issuer = name->span;
  }
  if (issuer) decision.issuer = view.Quote(*issuer);
}

// "… do ông A ký ngày 25/3/2020", "… của UBND xã B ngày 3/5/2022", "… của UBND
// xã B (3/5/2022)".
void FillLaterDate(const LetterView& view, std::string_view last_day, int at,
                   DecisionRef& decision) {
  static const Pattern kSigned(
      R"re([^.;,()\n]{0,90}?(?:,\s)?\b(?:(?:ky|ban hanh|de|lap)?\s?(?=ngay \d)|)re"
      R"re((?:ky|ban hanh|de|lap|ra)(?: hom| hoi| vao)? )re"
      R"re((?=\d{1,2}\s?[/.-]\s?\d)))re");
  static const Pattern kBare(R"re(\s?[,(]\s?(?=\d{1,2}\s?[/.-]\s?\d))re");
  // "… cảnh cáo tôi, ký ngày 19/12/2016": whoever issued it.
  static const Pattern kAct(
      R"re([^.;()\n]{0,70}?,\s(?:ky|ban hanh|de)\b(?: hom)?\s)re"
      R"re((?=(?:ngay )?\d{1,2}\s?(?:[/.-]\s?\d|thang)))re");
  const TextSpan after = After(view, at);
  auto before = decision.issuer ? view.MatchStart(kSigned, after)
                                : view.MatchStart(kAct, after);
  if (!before) {
    if (!decision.issuer) return;
    before = view.MatchStart(kBare, {decision.issuer->span.end, after.end});
  }
  if (!before) return;
  int from = before->span.end;
  FillDate(view, last_day, from, decision);
}

// "UBND huyện A (địa chỉ …) ra Quyết định số …".
void FillIssuerBefore(const LetterView& view, int at, DecisionRef& decision) {
  static const Pattern kBody(
      R"re(\b(?=(?:(?:pho )?chu tich )?(?:ubnd|uy ban nhan dan)|chi cuc|cuc [a-z]|)re"
      R"re(so [a-z]|cong an|thanh tra|toa an|bao hiem|phong [a-z]|truong |)re"
      R"re(benh vien|cong ty|hat |giam doc|hieu truong|trung tam|ban [a-z]|)re"
      R"re(hoi dong|vien kiem|lien minh|chi nhanh|kho bac|bo chi huy|tram |)re"
      R"re(huyen uy|thanh uy|tinh uy|kiem toan|uy ban (?:xa|huyen|tinh)|ub ))re");
  static const Pattern kGives(
      R"re([^.;\n]{0,120}?\b(?:ra|ban hanh|da ky|ky|co|cap|tong dat|gui|goi|)re"
      R"re(lap|dua|tra loi(?: [a-z]+)? bang|xac nhan(?: [a-z]+){0,2}|phat|)re"
      R"re(bac (?:don )?(?:bang|tai)|tai)\s)re"
      R"re((?:cho (?:toi|gia dinh toi|chung toi) |cho |so |tai |to |mot |ban ){0,2})re"
      R"re((?:quyet dinh|thong bao|ket luan|ban an|cong van|van ban|giay|phieu|)re"
      R"re(bien ban)[^.;,\n]{0,50}(?:, so )?$)re");
  const TextSpan line = view.line(view.LineAt(at));
  const TextSpan before = {std::max(line.start, at - 200), at};
  for (const Match& start : view.FindAll(kBody, before)) {
    const int from = start.span.start;
    const auto post = PostAt(view, from, at);
    const auto body = BodyAt(view, post ? post->end : from, at);
    if (!body || !view.MatchStart(kGives, {body->end, at})) continue;
    // "Chủ tịch UBND huyện A" holds "UBND huyện A".
    if (decision.issuer && from < decision.issuer->span.end) continue;
    decision.issuer = view.Quote({post ? post->start : body->start, body->end});
  }
}

// "Ngày 14/01/2026, UBND xã A ban hành Quyết định số …", "16/6/2014: Thông báo
// số …": the day of the act, not that on which it was received.
void FillDateBefore(const LetterView& view, std::string_view last_day, int at,
                    DecisionRef& decision) {
  static const Pattern kGives(
      R"re([^.;\n]{0,120}\b(?:ra|ban hanh|ky|lap|co|gui|goi|trao|tra loi)\s)re"
      R"re([^.;,\n]{0,60}(?:, so )?$)re");
  static const Pattern kAtOnce(
      R"re(\s?[,:]?\s?(?:to |ban |mot )?(?:quyet dinh|thong bao|ket luan|)re"
      R"re(bien ban|ban an|cong van|van ban)[^.;,\n]{0,50}(?:, so )?$)re");
  static const Pattern kOwn(R"re(\b(?:toi|chung toi|em|nhan(?! dan))\b)re");
  const TextSpan line = view.line(view.LineAt(at));
  const TextSpan before = {std::max(line.start, at - 200), at};
  const auto dates = DatesIn(view, before);
  OptionalText date;
  TextSpan rest = before;
  if (!dates.empty()) {
    date = view.Locate(dates.back().iso, dates.back().span);
    rest.start = date->span.end;
  }
  while (auto day = DayBefore(view, rest, last_day)) {
    rest.start = day->span.end;
    date = std::move(day);
  }
  if (!date) return;
  const TextSpan between = {date->span.end, at};
  const bool gives =
      view.MatchStart(kAtOnce, between) || view.MatchStart(kGives, between);
  if (!gives || view.Find(kOwn, between)) return;
  decision.date = std::move(date);
}

void FillSubject(const LetterView& view, int at, DecisionRef& decision) {
  static const Pattern kAbout(
      R"re((?:\bve viec|\bv/v:?)\s+([^.;\n]{8,160}?)(?=[.;,]\s|[.;,]?$|\s\())re");
  const auto about = view.Find(kAbout, After(view, at));
  if (!about || about->span.start > at + 90) return;
  decision.subject = view.Quote(view.Trimmed(about->groups[0]));
}

bool IsKnown(const std::vector<DecisionRef>& decisions,
             const std::string& number) {
  return std::any_of(
      decisions.begin(), decisions.end(), [&](const DecisionRef& known) {
        const std::string& value = known.number->value;
        const std::string leading = value.substr(0, value.find('/'));
        return value == number || leading == number;
      });
}

void Add(const LetterView& view, TextSpan number, std::string value,
         std::string kind, std::vector<DecisionRef>& decisions) {
  if (IsKnown(decisions, value)) return;
  DecisionRef decision;
  decision.number = view.Locate(std::move(value), number);
  decision.kind = view.Locate(std::move(kind), number);
  FillSaid(view, {}, decision);
  decisions.push_back(std::move(decision));
}

// By the word before its number.
void AddNamed(const LetterView& view, const Match& match,
              std::vector<DecisionRef>& decisions) {
  std::string kind(view.Folded(match.groups[0]));
  std::replace(kind.begin(), kind.end(), ' ', '_');
  if (kind == "qd") kind = "quyet_dinh";
  const TextSpan number = match.groups[1];
  Add(view, number, CompactNumber(view.Text(number)), std::move(kind),
      decisions);
}

}  // namespace

void FillSaid(const LetterView& view, std::string_view last_day,
              DecisionRef& decision) {
  const TextSpan number = decision.number->span;
  int at = number.end;
  if (!decision.date) FillDate(view, last_day, at, decision);
  if (!decision.issuer) FillIssuer(view, at, decision);
  if (!decision.date) FillLaterDate(view, last_day, at, decision);
  if (!decision.issuer) FillIssuerBefore(view, number.start, decision);
  if (!decision.date) FillDateBefore(view, last_day, number.start, decision);
  if (!decision.subject) FillSubject(view, at, decision);
}

bool IsGeneralRule(std::string_view folded) {
  return folded.find("-ttg") != folded.npos ||
         folded.find("-cp") != folded.npos;
}

std::string CompactNumber(std::string_view text) {
  std::string number;
  for (const char c : text) {
    if (c != ' ') number += c;
  }
  return number;
}

std::vector<DecisionRef> DecisionsIn(const LetterView& view,
                                     const Zones& zones) {
  std::vector<DecisionRef> decisions;
  const int first = std::max(zones.recipients.last, zones.title.first);
  if (first >= view.line_count()) return decisions;
  const TextSpan within = {view.line(first).start, view.size()};
  for (const Match& match : view.FindAll(Reference(), within)) {
    const TextSpan number = match.groups[0];
    if (IsGeneralRule(view.Folded(number))) continue;
    if (view.ShapeAt(match.groups[1].start) != 'A') continue;
    Add(view, number, NumberOf(view, match),
        KindOf(view.Folded(match.groups[1])), decisions);
  }
  for (const Match& match : view.FindAll(PartyReference(), within)) {
    if (view.ShapeAt(match.groups[1].start) != 'A') continue;
    Add(view, match.groups[0], CompactNumber(view.Text(match.groups[0])),
        KindOf(view.Folded(match.groups[1])), decisions);
  }
  for (const Match& match : view.FindAll(BareReference(), within)) {
    AddNamed(view, match, decisions);
  }
  for (const Match& match : view.FindAll(OwnReference(), within)) {
    const TextSpan number = match.groups[1];
    const bool known = std::any_of(
        decisions.begin(), decisions.end(),
        [&](const DecisionRef& one) { return Touches(one.number, number); });
    if (known || IsGeneralRule(view.Folded(number))) continue;
    AddNamed(view, match, decisions);
  }
  std::sort(decisions.begin(), decisions.end(),
            [](const DecisionRef& a, const DecisionRef& b) {
              return a.number->span.start < b.number->span.start;
            });
  return decisions;
}

}  // namespace donthu
