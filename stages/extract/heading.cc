#include "stages/extract/heading.h"

#include <algorithm>

#include "stages/extract/dates.h"

namespace donthu {
namespace {

constexpr int kLongestDateLine = 90;  // characters

// A place before the date, or nothing but marks of a list.
bool PlaceMayStand(const LetterView& view, TextSpan before) {
  static const Pattern kPlace(
      R"re((?:.*[|;]\s*)?(?:lam tai |viet tai |tai )?)re"
      R"re([a-z][a-z .'-]{1,45}(?: \d{1,2})?(?:,\s*[a-z][a-z .'-]{1,30})?,?\s*$)re");
  const TextSpan place = view.Trimmed(before);
  if (place.start == place.end) return true;
  static const Pattern kOtherDay(
      R"re((?:.*[|;]\s*)?(?:sinh|tinh den)\b|.*\b(?:ngay|nam) sinh\b)re");
  return view.ShapeAt(place.start) == 'A' &&
         view.MatchStart(kPlace, before).has_value() &&
         !view.MatchStart(kOtherDay, before);
}

bool IsDateLine(const LetterView& view, TextSpan line,
                const DateMention& date) {
  const TextSpan after = view.Trimmed({date.span.end, line.end});
  return after.start == after.end &&
         PlaceMayStand(view, {line.start, date.span.start});
}

// "Ngày gửi: 09/06/2025 21:46", "Ngày làm đơn | 4/7/16", "Sent: …".
bool IsLabelled(const LetterView& view, TextSpan line,
                const DateMention& date) {
  static const Pattern kLabel(
      R"re((?:.*[|;]\s*)?(?:ngay(?: (?:gui|viet|ghi|lam|lap|nop|viet don|)re"
      R"re(ghi phieu|lam don|lap phieu|nop don|gui don|thang nam))?|)re"
      R"re(thoi gian(?: gui)?|da gui|gui luc|viet ngay|sent|date)\s*[:|])re"
      R"re((?:\s*(?:luc )?\d{1,2}\s?[:hg]\s?\d{2},?| ?(?:thu|chu) [a-z]+,| ?[a-z]{3},)?(?:\s*ngay)?)re"
      R"re(\s*$)re");
  return view.MatchStart(kLabel, {line.start, date.span.start}).has_value();
}

// The mention with the words that lead to its day: "ngày", "mồng".
DateMention WithLead(const LetterView& view, TextSpan line, DateMention date) {
  static const Pattern kLead(R"re(\b(?:ngay,?\s*)?(?:m[ou]ng\s*)?$)re");
  if (const auto lead = view.Find(kLead, {line.start, date.span.start})) {
    date.span.start = lead->span.start;
  }
  return date;
}

// The dates of a line that may hold nothing else: with years of two digits
// and months in words, and at last a month alone.
std::vector<DateMention> DatesOfLine(const LetterView& view, TextSpan line) {
  static const Pattern kMonth(
      R"re(\bthang (?:1[0-2]|0?[1-9])(?: nam |\s?/\s?)(?:19|20)\d\d\b)re");
  if (!HoldsDigit(view, line)) return {};
  std::vector<DateMention> dates = DatesIn(view, line);
  const auto add = [&](const OptionalText& day) {
    if (day) dates.push_back({day->span, day->value});
  };
  add(ShortDayIn(view, line));
  add(NamedMonthDayIn(view, line));
  static const Pattern kIso(R"re(\b20\d\d-(?:0\d|1[0-2])-[0-3]\d\b)re");
  if (const auto day = view.Find(kIso, line)) {
    dates.push_back({day->span, std::string(view.Text(day->span))});
  }
  if (!dates.empty()) return dates;
  if (const auto month = view.Find(kMonth, line)) add(DayIn(view, month->span));
  return dates;
}

TextSpan PlaceBefore(const LetterView& view, TextSpan line, int date) {
  static const Pattern kLead(
      R"re((?:.*[|;]\s*)?(?:lam tai |viet tai |tai )?)re");
  TextSpan place = {line.start, date};
  if (const auto lead = view.MatchStart(kLead, place)) {
    place.start = lead->span.end;
  }
  static const Pattern kNoPlace(
      R"re((?:kinh )?(?:gui|trinh|lam xong|cau hoi|mot nguoi)\b)re");
  if (view.MatchStart(kNoPlace, place)) return {};
  // "Cần Thơ, cuối mùa mưa": a place has a capital behind its comma, too.
  static const Pattern kComma(R"re(,\s*)re");
  for (const Match& comma : view.FindAll(kComma, place)) {
    if (comma.span.end < place.end && view.ShapeAt(comma.span.end) == 'a') {
      place.end = comma.span.start;
      break;
    }
  }
  return view.Trimmed(place);
}

bool MayHoldDateLine(const LetterView& view, const Zones& zones, int line) {
  constexpr int kTail = 12;
  return line < zones.body.first || line < 12 ||
         line >= zones.signature.first - kTail ||
         line >= view.line_count() - kTail;
}

// Cuts "(để biết)" and the like off.
TextSpan WithoutRemark(const LetterView& view, TextSpan span) {
  static const Pattern kRemark(
      R"re(\s*(?:\((?:de |thay|bao cao|kinh|qua |chu dau|bo phan|\d)[^)]*\)?|)re"
      R"re((?:\.{2,}|\|).*|\sde biet$))re");
  const auto remark = view.Find(kRemark, span);
  return view.Trimmed({span.start, remark ? remark->span.start : span.end});
}

bool IsForInformation(const LetterView& view, TextSpan span) {
  static const Pattern kRemark(R"re(\((?:de |thay bao|bao cao))re");
  return view.Find(kRemark, span).has_value();
}

// "các đồng chí trong Ủy ban Kiểm tra …" begins with its office.
TextSpan WithoutCourtesy(const LetterView& view, TextSpan name) {
  static const Pattern kCourtesy(
      R"re((?:cac dong chi|(?:cac |quy )*(?:ong,? ba|anh,? chi(?: em)?|)re"
      R"re(quy ong))\s+(?:trong |o |ben )?|thua |va:? |d/c |cac co quan:\s*)re");
  const auto courtesy = view.MatchStart(kCourtesy, name);
  if (!courtesy || !NamesOffice(view, {courtesy->span.end, name.end})) {
    return name;
  }
  return {courtesy->span.end, name.end};
}

void AddRecipient(const LetterView& view, TextSpan span, RecipientKind kind,
                  std::vector<Recipient>& recipients) {
  if (IsForInformation(view, span)) kind = RecipientKind::kCc;
  const TextSpan name =
      WithoutCourtesy(view, WithoutRemark(view, view.Trimmed(span)));
  if (name.end - name.start < 3) return;
  recipients.push_back({view.Quote(name), kind});
}

// Whether another addressee begins behind a cut of the line.
bool Parts(const LetterView& view, TextSpan left, TextSpan cut, int end) {
  static const Pattern kNames(R"re(.*(?:hdnd|nhan dan|quoc hoi|dbqh)$)re");
  static const Pattern kPartOf(R"re((?:- )?(?:phong |doi |ban ))re");
  static const Pattern kWhole(R"re(cong an|truong |benh vien|cong ty)re");
  const TextSpan right = {cut.end, end};
  const std::string_view mark = view.Folded(cut);
  if (mark.find(';') != mark.npos || mark.find("kinh") != mark.npos) {
    // "Lao động; thương binh" goes on in small letters.
    return view.ShapeAt(cut.end) != 'a';
  }
  static const Pattern kAlso(
      R"re((?:(?:ong|ba|dong chi|thua|o) )+(?=[a-z]))re");
  const auto also = view.MatchStart(kAlso, right);
  if (also && view.ShapeAt(also->span.end) == 'A') {
    return NamesOffice(view, {also->span.end, end});
  }
  const bool small = view.ShapeAt(view.Trimmed(left).start) == 'a';
  if (!small && view.ShapeAt(cut.end) == 'a') return false;
  if (!NamesOffice(view, right)) return false;
  if (mark.find(" va ") != mark.npos) return !view.MatchStart(kNames, left);
  if (mark.find('-') == mark.npos) {
    static const Pattern kUnder(
        R"re((?:- )?(?:(?:phong|doi) canh sat|(?:cuc|vu|vien) [a-z]))re");
    static const Pattern kOver(R"re(cong an|bo [a-z])re");
    return !view.MatchStart(kOver, right) ||
           !view.MatchStart(kUnder, view.Trimmed(left));
  }
  return !view.MatchStart(kWhole, right) ||
         !view.MatchStart(kPartOf, view.Trimmed(left));
}

// The parts of a span between those matches of `cut` that `is_cut` takes.
template <typename IsCut, typename Take>
void ForEachPart(const LetterView& view, TextSpan span, const Pattern& cut,
                 IsCut is_cut, Take take) {
  int start = span.start;
  for (const Match& match : view.FindAll(cut, span)) {
    if (!is_cut(TextSpan{start, match.span.start}, match.span)) continue;
    take(TextSpan{start, match.span.start});
    start = match.span.end;
  }
  take(TextSpan{start, span.end});
}

// "A; B", "- A - B", "A, Thanh tra huyện B".
void AddRecipients(const LetterView& view, TextSpan span, RecipientKind kind,
                   std::vector<Recipient>& recipients) {
  static const Pattern kBetween(
      R"re(;\s*|,?\s(?:va\s)?(?:dong )?kinh (?:gui|goi):?\s*|\s-\s|)re"
      R"re(,\s(?:va\s)?|\sva\s|\svoi lai\s)re");
  ForEachPart(
      view, span, kBetween,
      [&](TextSpan left, TextSpan cut) {
        return Parts(view, left, cut, span.end);
      },
      [&](TextSpan one) { AddRecipient(view, one, kind, recipients); });
}

// The addressee of a line that goes on in the lines after it.
TextSpan WithContinuations(const LetterView& view, int line, int last) {
  TextSpan span = view.line(line);
  for (int next = line + 1; next < last; ++next) {
    if (view.ShapeAt(view.line(next).start) != 'a') break;
    span.end = view.line(next).end;
  }
  return span;
}

void AddCopiesOf(const LetterView& view, TextSpan span,
                 std::vector<Recipient>& recipients) {
  static const Pattern kCut(R"re(\s*;\s*(?:-\s)?|\s-\s)re");
  static const Pattern kNobody(
      R"re((?:- )?(?:nhu (?:tren|kinh|dong)|luu\b|ban than|ca nhan|nguoi |ong |ba |cac ))re");
  static const Pattern kFor(R"re(,? (?:de |thay ))re");
  const auto add = [&](TextSpan one) {
    one = view.Trimmed(one);
    if (view.MatchStart(kNobody, one)) return;
    const int mark = view.ShapeAt(one.start) == '-' ? 1 : 0;
    one = view.Trimmed({one.start + mark, one.end});
    if (const auto remark = view.Find(kFor, one)) one.end = remark->span.start;
    if (view.ShapeAt(one.start) != 'A') return;
    AddRecipient(view, one, RecipientKind::kCc, recipients);
  };
  // Not within "Lao động - Thương binh".
  const auto is_cut = [&](TextSpan, TextSpan cut) {
    const TextSpan next = {cut.end, span.end};
    return view.FoldedAt(view.Trimmed(cut).start) == ';' ||
           NamesOffice(view, next) || view.MatchStart(kNobody, next);
  };
  ForEachPart(view, span, kCut, is_cut, add);
}

// "Nơi nhận: như trên; UBND xã A; lưu", in a line or as a list below it.
void AddCopies(const LetterView& view, const Zones& zones,
               std::vector<Recipient>& recipients) {
  constexpr int kFooter = 15;  // lines
  static const Pattern kLabel(
      R"re((?:noi nhan(?: them| khac| ban sao)?|noi dong gui|)re"
      R"re((?:ban sao|trich|sao)(?: kinh)? g[uo]i|g[uo]i de biet|)re"
      R"re(dong (?:kinh )?g[uo]i)\s*:\s*)re");
  const int count = view.line_count();
  for (int i = std::max(zones.recipients.last, count - kFooter); i < count;
       ++i) {
    const auto label = view.MatchStart(kLabel, view.line(i));
    if (!label) continue;
    AddCopiesOf(view, {label->span.end, view.line(i).end}, recipients);
    while (i + 1 < count) {
      const TextSpan line = view.line(i + 1);
      const int mark = ListMark(view, line).end;
      if (mark <= line.start) break;
      AddCopiesOf(view, {mark, line.end}, recipients);
      ++i;
    }
  }
}

// What a line tells that holds the day of writing and nothing else.
DateLine DateOfLine(const LetterView& view, TextSpan line) {
  DateLine found;
  if (line.end - line.start > kLongestDateLine) return found;
  for (const DateMention& mention : DatesOfLine(view, line)) {
    const DateMention date = WithLead(view, line, mention);
    const bool labelled = IsLabelled(view, line, mention);
    if (!labelled && !IsDateLine(view, line, date)) continue;
    found.date = view.Locate(date.iso, date.span);
    if (labelled) break;
    const TextSpan place = PlaceBefore(view, line, date.span.start);
    if (place.end - place.start > 1) found.place = view.Quote(place);
    break;
  }
  return found;
}

// "Tiêu đề: Phản ánh …" of an e-mail or a portal; empty where there is none.
TextSpan LabelledTitle(const LetterView& view) {
  static const Pattern kLabel(
      R"re((?:tieu de|chu de|subject|loai don)\s*[:|]\s*(?=[a-z]))re");
  for (int i = 0; i < std::min(view.line_count(), kHeaderLines); ++i) {
    const TextSpan line = view.line(i);
    if (const auto label = view.MatchStart(kLabel, line)) {
      return {label->span.end, line.end};
    }
  }
  return {};
}

}  // namespace

OptionalText TitleIn(const LetterView& view, const Zones& zones) {
  TextSpan span = zones.title.empty()
                      ? LabelledTitle(view)
                      : TextSpan{view.line(zones.title.first).start,
                                 view.line(zones.title.last - 1).end};
  if (span.end == span.start) return std::nullopt;
  static const Pattern kSubject(R"re(\s*\((?:v/v|ve )[^\n]*)re");
  if (const auto subject = view.Find(kSubject, span)) {
    span.end = std::max(span.start, subject->span.start);
  }
  span = view.Trimmed(span);
  LocatedText title = view.Quote(span);
  std::replace(title.value.begin(), title.value.end(), '\n', ' ');
  return title;
}

DateLine DateLineIn(const LetterView& view, const Zones& zones) {
  // Above a long table of signers it stands far from the end.
  for (const bool where_it_belongs : {true, false}) {
    for (int i = 0; i < view.line_count(); ++i) {
      if (MayHoldDateLine(view, zones, i) != where_it_belongs) continue;
      DateLine found = DateOfLine(view, view.line(i));
      if (found.date && (where_it_belongs || found.place)) return found;
    }
  }
  return {};
}

std::vector<Recipient> RecipientsIn(const LetterView& view,
                                    const Zones& zones) {
  std::vector<Recipient> recipients;
  RecipientKind kind = RecipientKind::kTo;
  for (int i = zones.recipients.first; i < zones.recipients.last; ++i) {
    if (i > zones.recipients.first && view.ShapeAt(view.line(i).start) == 'a') {
      continue;
    }
    TextSpan span = WithContinuations(view, i, zones.recipients.last);
    const Addressing addressing = AddressingOf(view, span);
    if (addressing.length > 0) {
      kind = addressing.copy ? RecipientKind::kCc : RecipientKind::kTo;
      span.start += addressing.length;
    }
    span.start = std::max(span.start, ListMark(view, span).end);
    AddRecipients(view, span, kind, recipients);
  }
  AddCopies(view, zones, recipients);
  return recipients;
}

}  // namespace donthu
