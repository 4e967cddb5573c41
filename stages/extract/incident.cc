#include "stages/extract/incident.h"

#include <algorithm>

namespace donthu {
namespace {

OptionalText LabelledPlace(const LetterView& view, const Zones& zones) {
  static const Pattern kLabel(
      R"re((?:dia diem(?: xay ra)?|noi xay ra|khu vuc xay ra)[^:\n]{0,30}:\s*)re");
  for (int i = zones.body.first; i < zones.body.last; ++i) {
    const TextSpan line = view.line(i);
    const auto label =
        view.MatchStart(kLabel, {ListMark(view, line).end, line.end});
    if (!label) continue;
    const TextSpan place = view.Trimmed({label->span.end, line.end});
    if (place.end > place.start) return view.Quote(place);
  }
  return std::nullopt;
}

// Things that stand or flow somewhere, each with a name or number after it.
const Pattern& Spot() {
  static const Pattern pattern(
      R"re(\b(?:tai|o|nam (?:tai|o|sat|canh)|sat|doc|ven|bac qua|qua|hai ben bo|)re"
      R"re(bo|doan|gan|tren|ra|xuong|duoi)\s+()re"
      R"re((?:(?:khu vuc|doan|con|cau|cay|dau|cuoi|giua|goc) )?)re"
      R"re((?:kinh|kenh|suoi|song|rach|muong|ngoi|ho|dap|cong (?!an|ty|dan|)re"
      R"re(doan|chuc|nhan|vien|trinh)|cau|duong|hem|)re"
      R"re(ngo|kiet|pho|nga (?:ba|tu|nam)|bai|doc|deo|cho|ben|dong|khu dan cu|)re"
      R"re(khu do thi|khu cong nghiep|cum cong nghiep|cum dan cu|tieu khu|lo|)re"
      R"re(tram|quoc lo|tinh lo|huong lo|so nha|so|khu vuc|chung cu|toa nha|)re"
      R"re(cong vien|nghia trang|truong|kenh muong|tuyen|hien truong|thua)\b)re"
      R"re([^.;:\n"()]{2,90}))re");
  return pattern;
}

bool HasNameOrNumber(const LetterView& view, TextSpan span) {
  for (int at = span.start + 1; at < span.end; ++at) {
    if (view.ShapeAt(at) == 'A' || view.ShapeAt(at) == '9') return true;
  }
  return false;
}

// To the first comma after which no further place stands, or a verb.
TextSpan Ended(const LetterView& view, TextSpan span) {
  static const Pattern kEnd(
      R"re(,\s(?!(?:ap|thon|xom|xa|phuong|huyen|quan|to|khu|doan|gan|giap|cho|)re"
      R"re(canh|thi|thanh|tinh|duong|pho|tp|ban|khoi|dau|cuoi)\b)|\s(?:da|dang|bi|)re"
      R"re(co|khong|tu (?:khi|ngay|thang|nam|sau|dau|giua)|thi|la|mo|cho|duoc|)re"
      R"re(dai|rong|vao|luc|hang|keo|xa|gay|lam|de|thuong|nham|suot|hien|va|)re"
      R"re(ma|roi|nay|cua)\s)re");
  for (const Match& end : view.FindAll(kEnd, span)) {
    const int word = view.FoldedAt(end.span.start) == ',' ? end.span.start
                                                          : end.span.start + 1;
    if (view.ShapeAt(word) == 'A') continue;
    span.end = end.span.start;
    break;
  }
  return view.Trimmed(span);
}

bool Overlaps(const OptionalText& field, TextSpan span) {
  return field && field->span.start < span.end && span.start < field->span.end;
}

bool IsKnown(const Fields& fields, TextSpan span) {
  const auto senders = [&](const Sender& one) {
    return Overlaps(one.address, span) || Overlaps(one.name, span);
  };
  const auto others = [&](const Respondent& one) {
    return Overlaps(one.address, span) || Overlaps(one.organisation, span);
  };
  return std::any_of(fields.senders.begin(), fields.senders.end(), senders) ||
         std::any_of(fields.respondents.begin(), fields.respondents.end(),
                     others);
}

}  // namespace

OptionalText IncidentPlaceIn(const LetterView& view, const Zones& zones,
                             const Fields& fields) {
  if (auto labelled = LabelledPlace(view, zones)) return labelled;
  if (!fields.decisions.empty() || zones.body.empty()) return std::nullopt;
  const auto is_person = [](const Respondent& one) {
    return one.kind == RespondentKind::kPerson;
  };
  if (std::any_of(fields.respondents.begin(), fields.respondents.end(),
                  is_person)) {
    return std::nullopt;  // a letter about what somebody did, not a spot
  }
  if (fields.title && ShadowsOf(fields.title->value).folded.find("khieu nai") !=
                          std::string::npos) {
    return std::nullopt;
  }
  constexpr int kFirstLines = 6;  // where a letter says what it is about
  const int last = std::min(zones.body.first + kFirstLines, zones.body.last);
  const TextSpan opening = {view.line(zones.body.first).start,
                            view.line(last - 1).end};
  for (const Match& spot : view.FindAll(Spot(), opening)) {
    if (view.ShapeAt(spot.span.start) == 'A') continue;
    const TextSpan place = Ended(view, spot.groups[0]);
    if (place.end - place.start < 6 || !HasNameOrNumber(view, place)) continue;
    if (!IsKnown(fields, place)) return view.Quote(place);
  }
  return std::nullopt;
}

}  // namespace donthu
