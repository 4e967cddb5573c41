#include "stages/extract/attachments.h"

#include <algorithm>

namespace donthu {
namespace {

const Pattern& Label() {
  static const Pattern pattern(
      R"re(\(?\s*(?:(?:cac |danh muc |bo )?(?:tai lieu|chung cu|ho so|giay to|bang chung|)re"
      R"re(van ban)[^:.\n]{0,50}(?:kem|(?:gui|goi) theo|chung cu|chung minh)[^:.\n]{0,30}|)re"
      R"re((?:danh muc |toi |chung toi )?(?:(?:xin|co|xin duoc) )?(?:gui |goi |nop )?kem(?: theo)?(?: don)?[^:.\n]{0,20}|)re"
      R"re((?:xin )?(?:gui|goi) kem[^:.\n]{0,30}|dinh kem[^:.\n]{0,30}|)re"
      R"re((?:tai lieu|chung cu|bang chung|giay to|ho so)(?: [a-z]+){0,3} (?:gom|co)(?: co)?|)re"
      R"re(kem theo[^:.\n]{0,30}|kem|(?:toi )?(?:gui|goi) theo[^:.\n]{0,12}|)re"
      R"re(tai lieu|phu luc|enclosed)\s*(?::|\(gom\):)\s*)re");
  return pattern;
}

// A heading without a colon over a list: "V. TÀI LIỆU KÈM THEO".
const Pattern& Heading() {
  static const Pattern pattern(
      R"re((?:cac |danh muc )?(?:tai lieu|chung cu|ho so|giay to|bang chung)re"
      R"re()[a-z, ]{0,40}(?:kem|gui|chung minh|chung cu)[a-z ]{0,20}\s*$)re");
  return pattern;
}

const Pattern& Sentence() {
  static const Pattern pattern(
      R"re((?:(?<=[.!?] )(?:tai lieu )?(?:kem theo|dinh kem|gui kem|kem)[^:.\n]{0,30}(?=: )|)re"
      R"re(\b(?:co|xin) kem(?: theo)?(?: don)?|\b(?:gui|goi|kem|dinh|nop) kem(?: theo don| theo| don)?(?: nay)?|)re"
      R"re((?:gui|goi) theo|kem theo(?: don| don nay)?(?= (?:la|gom|co|\d|ban |)re"
      R"re(giay|anh))|(?:^\s*|\. )kem(?= \d)|kem don(?= co))(?: la| gom| co)?\s*:?\s+)re");
  return pattern;
}

int SentenceEnd(const LetterView& view, int at, int limit) {
  for (; at < limit; ++at) {
    if (view.FoldedAt(at) == '.' &&
        (at + 1 >= limit || view.FoldedAt(at + 1) == ' ')) {
      return at;
    }
  }
  return limit;
}

void Add(const LetterView& view, TextSpan span,
         std::vector<LocatedText>& attachments) {
  span = view.Trimmed({ListMark(view, span).end, span.end});
  static const Pattern kNone(R"re((?:khong(?: co)?|nhu tren|luu)\b)re");
  if (span.end - span.start < 4 || view.MatchStart(kNone, span)) return;
  attachments.push_back(view.Quote(span));
}

bool IsWithinBrackets(const LetterView& view, TextSpan span, int at) {
  const auto before = view.Folded({span.start, at});
  return std::count(before.begin(), before.end(), '(') >
         std::count(before.begin(), before.end(), ')');
}

void AddParts(const LetterView& view, TextSpan span,
              std::vector<LocatedText>& attachments) {
  static const Pattern kSemicolon(R"re(;\s*)re");
  static const Pattern kComma(
      R"re(,\s*(?:va |cung )?|\sva (?=(?:\d{1,3} [a-z]|ban |giay|anh|hop dong|)re"
      R"re(bien|quyet|don (?!vi)|so do|cac |mot |hai |ba |to |danh sach|phieu|hinh)))re");
  const bool listed = view.Folded(span).find(';') != std::string_view::npos;
  int start = span.start;
  for (const Match& cut : view.FindAll(listed ? kSemicolon : kComma, span)) {
    if (IsWithinBrackets(view, span, cut.span.start)) continue;
    Add(view, {start, cut.span.start}, attachments);
    start = cut.span.end;
  }
  Add(view, {start, span.end}, attachments);
}

bool IsItem(const LetterView& view, TextSpan line) {
  return ListMark(view, line).end > line.start;
}

// "01 bản sao Quyết định …": a paper, where the list has no marks.
bool NamesAPaper(const LetterView& view, TextSpan line) {
  static const Pattern kPaper(
      R"re((?:\d{1,3} |ban (?:sao|chup|pho|goc|chinh|ke|ve|an)|giay |anh |)re"
      R"re(hinh |bien (?:ban|lai)|hop dong|quyet dinh|don |so (?:do|muc)|hoa don|)re"
      R"re(phieu|danh sach|sao ke|video|usb|dia |trich luc|van ban|thong bao|)re"
      R"re(cong van|ho so|ket luan|bang |file|the |can cuoc|cccd|chung minh))re");
  constexpr int kLongest = 140;  // characters
  return line.end - line.start <= kLongest &&
         view.MatchStart(kPaper, line).has_value();
}

bool EndsWithSemicolon(const LetterView& view, int line) {
  return view.FoldedAt(view.line(line).end - 1) == ';';
}

// An item of the list under a label; by its semicolons where OCR lost the
// marks.
bool IsListed(const LetterView& view, int line, int label) {
  return IsItem(view, view.line(line)) || NamesAPaper(view, view.line(line)) ||
         EndsWithSemicolon(view, line) ||
         (line > label + 1 && EndsWithSemicolon(view, line - 1));
}

// The bracket of "(Tài liệu kèm theo: …)" belongs to no item.
TextSpan WithoutOuterBracket(const LetterView& view, TextSpan label,
                             TextSpan rest) {
  const bool opened = view.Folded(label).find('(') != std::string_view::npos;
  while (rest.end > rest.start && (view.FoldedAt(rest.end - 1) == ' ' ||
                                   view.FoldedAt(rest.end - 1) == '.')) {
    --rest.end;
  }
  if (opened && rest.end > rest.start && view.FoldedAt(rest.end - 1) == ')') {
    --rest.end;
  }
  return rest;
}

void AddLabelled(const LetterView& view, int line, const Match& label,
                 std::vector<LocatedText>& attachments) {
  TextSpan rest = {label.span.end, view.line(line).end};
  rest = WithoutOuterBracket(view, label.span, rest);
  const bool list_begins = IsItem(view, rest);  // "Đính kèm: - A"
  if (rest.end - rest.start > 3) {
    AddParts(view, rest, attachments);
    if (!list_begins) return;
  }
  for (int i = line + 1; i < view.line_count(); ++i) {
    if (!IsListed(view, i, line)) return;
    Add(view, view.line(i), attachments);
  }
}

void AddSentences(const LetterView& view, const Zones& zones,
                  std::vector<LocatedText>& attachments) {
  for (int i = zones.body.first; i < zones.body.last; ++i) {
    const TextSpan line = view.line(i);
    if (!view.Holds(line, "kem") && !view.Holds(line, " theo")) continue;
    for (const Match& match : view.FindAll(Sentence(), line)) {
      const int end = SentenceEnd(view, match.span.end, line.end);
      static const Pattern kNone(
          R"re((?:don|theo|de |trong|o |tai |thu|nay|cac anh))re");
      if (view.MatchStart(kNone, {match.span.end, line.end})) continue;
      AddParts(view, {match.span.end, end}, attachments);
    }
  }
}

}  // namespace

std::vector<LocatedText> AttachmentsIn(const LetterView& view,
                                       const Zones& zones) {
  std::vector<LocatedText> attachments;
  for (int i = zones.body.first; i < view.line_count(); ++i) {
    const TextSpan line = view.line(i);
    const TextSpan text = {ListMark(view, line).end, line.end};
    auto label = view.MatchStart(Label(), text);
    const bool listed =
        i + 1 < view.line_count() && IsItem(view, view.line(i + 1));
    if (!label && listed) label = view.MatchStart(Heading(), text);
    if (!label) continue;
    AddLabelled(view, i, *label, attachments);
    if (!attachments.empty()) return attachments;
  }
  AddSentences(view, zones, attachments);
  return attachments;
}

std::optional<Located<bool>> OriginalsIn(
    const LetterView& view, const std::vector<LocatedText>& attachments) {
  static const Pattern kOriginal(R"re(\bban (?:goc|chinh)\b)re");
  static const Pattern kCopy(
      R"re(\b(?:ban sao|pho ?to|photo(?:copy)?|sao y|ban chup|copy)\b)re");
  bool all_copies = !attachments.empty();
  for (const LocatedText& attachment : attachments) {
    if (const auto match = view.Find(kOriginal, attachment.span)) {
      return view.Locate(true, match->span);
    }
    all_copies = all_copies && view.Find(kCopy, attachment.span);
  }
  if (!all_copies) return std::nullopt;
  return view.Locate(false, attachments[0].span);
}

}  // namespace donthu
