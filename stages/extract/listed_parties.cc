#include "stages/extract/listed_parties.h"

#include <optional>
#include <utility>

#include "stages/extract/names.h"
#include "stages/extract/parties.h"

namespace donthu {
namespace {

bool HasTitle(const LetterView& view, int at) {
  static const Pattern kTitle(
      R"re((?:(?:ong|ba|anh|chi|dong chi|co|thay|bac si|duoc si)\b|d/c))re");
  return view.MatchStart(kTitle, {at, view.size()}).has_value();
}

// A line that goes on with the data of the person above it.
bool IsDataLine(const LetterView& view, TextSpan line) {
  static const Pattern kLabel(
      R"re((?:chuc vu|chuc danh|don vi|dia chi|co quan|noi |cho o|tru |sinh |)re"
      R"re(ngay|nam sinh|cccd|cmnd|can cuoc|so |dien thoai|nghe |hien |ho khau|)re"
      R"re(thuong tru|hktt|gioi tinh|sdt|dang giu|dien danh))re");
  return view.MatchStart(kLabel, {ListMark(view, line).end, line.end})
      .has_value();
}

bool IsTableHead(const LetterView& view, TextSpan line) {
  return view.HoldsAny(line, {"ho ten", "ho va ten", "ho, ten"}) &&
         view.HoldsAny(line,
                       {"chuc vu", "chuc danh", "don vi", "noi cong tac"});
}

// After "2.1 ", "(1) ", "• " and the label of a name.
int ItemStart(const LetterView& view, TextSpan line, bool table) {
  static const Pattern kParts(R"re(\(?\d{1,2}(?:\.\d{1,2})+[.)]?\s+)re");
  static const Pattern kRow(R"re(\d{1,2}\s+\|?\s*)re");
  static const Pattern kLabel(
      R"re((?:(?:ho (?:va |, )?ten|ten|ong\s?(?:\(|/)\s?ba\)?)[^:\n]{0,24}:\s*))re");
  int at = ListMark(view, line).end;
  if (const auto parts = view.MatchStart(kParts, {line.start, line.end})) {
    at = parts->span.end;
  } else if (table) {
    const auto row = view.MatchStart(kRow, line);
    if (row) at = row->span.end;
  }
  const auto label = view.MatchStart(kLabel, {at, line.end});
  return label ? label->span.end : at;
}

// "Chủ tịch UBND xã A: ông B": the person after the post.
std::optional<PersonName> NameAfterPost(const LetterView& view, TextSpan item) {
  static const Pattern kBefore(
      R"re([^.;\n]{3,90}?(?::|,|-| la) (?=(?:ong|ba|anh|chi|co|thay|dong chi|)re"
      R"re(bac si|duoc si) ))re");
  const auto before = view.MatchStart(kBefore, item);
  return before ? NameAt(view, before->span.end, item.end) : std::nullopt;
}

// Those of one line: "bác sĩ A (Giám đốc), dược sĩ B (Trưởng khoa)", "ông A và
// vợ là bà B".
class ItemParties {
 public:
  ItemParties(const LetterView& view, TextSpan item, const Zones& zones)
      : view_(view), item_(item), zones_(zones) {}

  std::vector<Respondent> Read(bool marked) const {
    std::vector<Respondent> parties;
    for (auto name = First(marked); name; name = Next(name->span.end)) {
      parties.push_back(PersonOf(view_, *name, zones_));
    }
    if (!parties.empty() || !marked) return parties;
    auto body = BodyOf(view_, item_.start, zones_);
    if (body) parties.push_back(std::move(*body));
    return parties;
  }

 private:
  std::optional<PersonName> First(bool marked) const {
    auto name = NameAt(view_, item_.start, item_.end);
    const bool person =
        name && (HasTitle(view_, item_.start) || HasFamilyName(view_, *name));
    if (person && (marked || HasTitle(view_, item_.start) || IsAlone(*name))) {
      return name;
    }
    return marked ? NameAfterPost(view_, item_) : std::nullopt;
  }

  // A cell of a table, or a name that data follow.
  bool IsAlone(const PersonName& name) const {
    const char next = view_.FoldedAt(name.span.end);
    static const Pattern kCell(R"re(\s*[-|(,])re");
    return next == '\n' ||
           view_.MatchStart(kCell, {name.span.end, item_.end}).has_value();
  }

  std::optional<PersonName> Next(int from) const {
    const int next = NextPersonAt(view_, {from, item_.end});
    return next < 0 ? std::nullopt : NameAt(view_, next, item_.end);
  }

  const LetterView& view_;
  TextSpan item_;
  const Zones& zones_;
};

}  // namespace

std::vector<Respondent> PartiesListedAt(const LetterView& view, int line,
                                        FirstLine first, const Zones& zones) {
  std::vector<Respondent> parties;
  bool table = false;
  for (int i = line; i < zones.body.last; ++i) {
    const TextSpan whole = view.line(i);
    if (IsTableHead(view, whole)) {
      table = true;
      continue;
    }
    if (!parties.empty() && IsDataLine(view, whole)) continue;
    if (view.HoldsAny(whole,
                      {"nguoi to cao", "nguoi khieu nai", "nguoi kien nghi",
                       "nguoi phan anh", "lam don", "nguoi dai dien"})) {
      break;  // who writes
    }
    const TextSpan item = {ItemStart(view, whole, table), whole.end};
    const bool marked = item.start > whole.start;
    const bool bare = first == FirstLine::kBare && i == line;
    if (!marked && !table && !bare) break;
    auto found = ItemParties(view, item, zones).Read(marked || table);
    if (found.empty()) break;
    for (Respondent& one : found) parties.push_back(std::move(one));
  }
  return parties;
}

}  // namespace donthu
