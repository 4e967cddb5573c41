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
      R"re([a-z][a-z .'-]{1,45}(?:,\s*[a-z][a-z .'-]{1,30})?,?\s*$)re");
  const TextSpan place = view.Trimmed(before);
  if (place.start == place.end) return true;
  return view.ShapeAt(place.start) == 'A' &&
         view.MatchStart(kPlace, before).has_value();
}

bool IsDateLine(const LetterView& view, TextSpan line,
                const DateMention& date) {
  if (line.end - line.start > kLongestDateLine) return false;
  const TextSpan after = view.Trimmed({date.span.end, line.end});
  return after.start == after.end &&
         PlaceMayStand(view, {line.start, date.span.start});
}

TextSpan PlaceBefore(const LetterView& view, TextSpan line, int date) {
  static const Pattern kLead(
      R"re((?:.*[|;]\s*)?(?:lam tai |viet tai |tai )?)re");
  TextSpan place = {line.start, date};
  if (const auto lead = view.MatchStart(kLead, place)) {
    place.start = lead->span.end;
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
  static const Pattern kRemark(R"re(\s*\((?:de |thay|bao cao|kinh)[^)]*\)?)re");
  const auto remark = view.Find(kRemark, span);
  return view.Trimmed({span.start, remark ? remark->span.start : span.end});
}

bool IsForInformation(const LetterView& view, TextSpan span) {
  static const Pattern kRemark(R"re(\((?:de |thay bao|bao cao))re");
  return view.Find(kRemark, span).has_value();
}

void AddRecipient(const LetterView& view, TextSpan span, RecipientKind kind,
                  std::vector<Recipient>& recipients) {
  if (IsForInformation(view, span)) kind = RecipientKind::kCc;
  const TextSpan name = WithoutRemark(view, view.Trimmed(span));
  if (name.end - name.start < 3) return;
  recipients.push_back({view.Quote(name), kind});
}

// "A; B", "- A - B", "A, Thanh tra huyện B".
void AddRecipients(const LetterView& view, TextSpan span, RecipientKind kind,
                   std::vector<Recipient>& recipients) {
  static const Pattern kBetween(
      R"re(;\s*|,?\s(?:va\s)?kinh (?:gui|goi):?\s*|\s-\s(?=(?:uy ban|ubnd|chu tich|thanh tra|so |phong |ban |)re"
      R"re(bi thu|cong an|vien |toa an|giam doc))|,\s(?:va\s)?(?=(?:thanh tra|)re"
      R"re(ubnd|uy ban nhan|chu tich|ban (?:tiep|noi|thuong)|phong |so (?:[a-z]+ )|)re"
      R"re(cong an (?:huyen|tinh|xa|phuong|thanh)|vien kiem|toa an|bao |)re"
      R"re(dong kinh|uy ban kiem|dang uy|mat tran|uy ban mat|hoi [a-z]+ |)re"
      R"re(huyen uy|tinh uy|thanh uy|doan dai bieu|chi cuc|hat kiem|ban quan ly))|(?<!hdnd)(?<!nhan dan)(?<!quoc hoi)\sva\s)re"
      R"re((?=(?:ubnd|uy ban|chu tich ubnd|chu tich uy|thanh tra|so |phong |)re"
      R"re(ban (?:tiep|noi|thuong|quan ly|giam)|cong an |co quan canh sat|)re"
      R"re(vien kiem|toa an|giam doc |bo )))re");
  int start = span.start;
  for (const Match& cut : view.FindAll(kBetween, span)) {
    // "Lao động - Thương binh và xã hội" goes on in small letters.
    if (view.ShapeAt(cut.span.end) == 'a') continue;
    AddRecipient(view, {start, cut.span.start}, kind, recipients);
    start = cut.span.end;
  }
  AddRecipient(view, {start, span.end}, kind, recipients);
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

}  // namespace

OptionalText TitleIn(const LetterView& view, const Zones& zones) {
  if (zones.title.empty()) return std::nullopt;
  static const Pattern kSubject(R"re(\s*(?:\(|v/v|ve viec))re");
  TextSpan span = {view.line(zones.title.first).start,
                   view.line(zones.title.last - 1).end};
  if (const auto subject = view.Find(kSubject, span)) {
    if (subject->span.start > span.start) span.end = subject->span.start;
  }
  span = view.Trimmed(span);
  LocatedText title = view.Quote(span);
  std::replace(title.value.begin(), title.value.end(), '\n', ' ');
  return title;
}

DateLine DateLineIn(const LetterView& view, const Zones& zones) {
  for (int i = 0; i < view.line_count(); ++i) {
    if (!MayHoldDateLine(view, zones, i)) continue;
    const TextSpan line = view.line(i);
    if (line.end - line.start > kLongestDateLine) continue;
    for (const DateMention& date : DatesIn(view, line)) {
      if (!IsDateLine(view, line, date)) continue;
      DateLine found;
      found.date = view.Locate(date.iso, date.span);
      const TextSpan place = PlaceBefore(view, line, date.span.start);
      if (place.end - place.start > 1) found.place = view.Quote(place);
      return found;
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
  return recipients;
}

}  // namespace donthu
