#include "stages/extract/whole_body.h"

#include <algorithm>
#include <string_view>

#include "stages/extract/addresses.h"
#include "stages/extract/cue_words.h"
#include "stages/extract/units.h"

namespace donthu {
namespace {

constexpr int kFarWords = 7;

bool IsMark(char folded) {
  return std::string_view(",;:()|\"\n.").find(folded) != std::string_view::npos;
}

int WordEnd(const LetterView& view, int at, int limit) {
  while (at < limit && view.FoldedAt(at) != ' ' && !IsMark(view.FoldedAt(at))) {
    ++at;
  }
  return at;
}

// The start of the word before the one that starts at `at`; -1 where a mark
// or the start of the text stands between.
int WordBefore(const LetterView& view, int at) {
  if (at < 2 || view.FoldedAt(at - 1) != ' ' || IsMark(view.FoldedAt(at - 2))) {
    return -1;
  }
  at -= 2;
  while (at > 0 && view.FoldedAt(at - 1) != ' ' &&
         !IsMark(view.FoldedAt(at - 1))) {
    --at;
  }
  return at;
}

bool IsHead(const LetterView& view, int at) {
  const int end = WordEnd(view, at, view.size());
  const int next = std::min(end + 1, view.size());
  const int next_end = WordEnd(view, next, view.size());
  return HeadsBody(RolesOf(view.Folded({at, end})),
                   RolesOf(view.Folded({next, next_end})));
}

// To the head of the name, some words before.
int HeadOf(const LetterView& view, TextSpan span) {
  // "Chi cục trưởng Chi cục …" marked from its second word on.
  const int before = WordBefore(view, span.start);
  if (before >= 0 && view.Folded({before, before + 8}) == "chi cuc ") {
    return before;
  }
  if (IsHead(view, span.start) || PostAt(view, span.start, span.end)) {
    return span.start;
  }
  int at = span.start;
  for (int word = 0; word < kFarWords; ++word) {
    at = WordBefore(view, at);
    if (at < 0 || view.Folded({at, at + 4}) == "cua ") break;
    if (!IsHead(view, at)) continue;
    const auto body = BodyAt(view, at, span.end);
    if (body && body->end >= span.end) return at;
  }
  return span.start;
}

// To the end of the place in the name, or of the one that follows soon.
int PlaceEndOf(const LetterView& view, TextSpan span) {
  const int line_end = view.line(view.LineAt(span.start)).end;
  int words = 0;  // past the span
  for (int at = span.start; at < line_end && words < kFarWords;) {
    const int place = PlaceEndAt(view, at, line_end);
    if (place >= 0 && at >= span.end) {
      const auto body = BodyAt(view, span.start, place);
      return body && body->end == place ? place : span.end;
    }
    if (place > span.end) {
      // A place cut in two is one; a name after it is a person's.
      const bool cut = at + UnitLengthAt(view, at) >= span.end;
      return cut ? place : span.end;
    }
    if (place >= 0) {
      if (!GoesOnAfterPlace(view, place)) return place;
      at = place + 1;
      continue;
    }
    const int end = WordEnd(view, at, line_end);
    if (end >= span.end) {
      if (IsMark(view.FoldedAt(end))) break;
      ++words;
    }
    at = end + 1;
  }
  return span.end;
}

bool IsNameWord(const LetterView& view, int at) {
  return view.ShapeAt(at) == 'A' && UnitLengthAt(view, at) == 0;
}

// Two syllables of a trade: a name has the first with a capital.
const Pattern& Trade() {
  static const Pattern pattern(
      R"re((?:thuy (?:loi|san|dien|nong)|nuoc (?:sach|sinh|da)|ve sinh|)re"
      R"re(da voi|nhua (?:ky|tai)|tai che|hat nhua|co (?:khi|phan)|bao (?:bi|ve)|)re"
      R"re(xay (?:dung|lap)|dich vu|thuong mai|van (?:tai|hanh)|moi truong|)re"
      R"re(khai thac|khoang san|che bien|nong (?:san|nghiep|truong)|vat lieu|)re"
      R"re(lam (?:san|nghiep|truong)|luong thuc|chan nuoi|cao su|ca phe|)re"
      R"re(dau tu|phat trien|dia oc|bat dong|ha tang|do thi|quan ly|du lich|)re"
      R"re(thiet bi|ky thuat|cong (?:nghe|nghiep|cong|trinh)|dien (?:luc|tu)|)re"
      R"re(giao (?:nhan|thong|duc)|kho van|xuat nhap|nhap khau|giai tri|)re"
      R"re(be tong|gach (?:ngoi|tuynel)|go (?:my|dan)|my nghe|gom (?:su|do)|)re"
      R"re(nuoi trong|giong (?:cay|thuy)|phan bon|thu mua|mia duong|det (?:may|nhuom)|)re"
      R"re(giay da|may mac|thuc pham|xang dau|van hoa|the thao|nao vet|)re"
      R"re(cap nuoc|thoat nuoc|tu van|thiet ke|do dac|kiem (?:dinh|nghiem)|)re"
      R"re(quan trac|phan tich|ky nghe|xay xat|dong tau|toa nha|mot thanh|)re"
      R"re(thanh vien|lao dong|xa hoi|thuong binh|san nen|san xuat|kinh doanh))re"
      R"re((?![a-z]))re");
  return pattern;
}

// "Công ty cổ phần Đá" goes on in "vôi Tràng An": to the end of the trades and
// of the names after them.
int TradeEndOf(const LetterView& view, TextSpan span) {
  const int line_end = view.line(view.LineAt(span.start)).end;
  const int last = WordBefore(view, span.end + 1);
  if (last < 0 || view.FoldedAt(span.end) != ' ') return span.end;
  const auto cut = view.MatchStart(Trade(), {last, line_end});
  if (!cut || cut->span.end <= span.end) return span.end;
  static const Pattern kAnd(R"re( (?:va |- )?)re");
  int end = cut->span.end;
  while (true) {
    const auto next = view.MatchStart(kAnd, {end, line_end});
    if (!next || view.ShapeAt(next->span.end) != 'A') return end;
    const int at = next->span.end;
    const auto trade = view.MatchStart(Trade(), {at, line_end});
    const bool joined = at > end + 1;
    if (!trade && joined) return end;
    end = trade ? trade->span.end : WordEnd(view, at, line_end);
  }
}

// "… khu vực Biên Hòa" goes on in " - Trảng Lâu".
int DashedEndOf(const LetterView& view, TextSpan span) {
  constexpr int kMostWords = 3;
  const int line_end = view.line(view.LineAt(span.start)).end;
  int at = span.end;
  const int last = WordBefore(view, at + 1);
  if (view.Folded({at, at + 3}) != " - " || last < 0) return span.end;
  if (!IsNameWord(view, last) || !IsNameWord(view, at + 3)) return span.end;
  if (IsHead(view, at + 3)) return span.end;
  at += 2;
  for (int word = 0; word < kMostWords && at < line_end; ++word) {
    if (view.FoldedAt(at) != ' ' || !IsNameWord(view, at + 1)) break;
    at = WordEnd(view, at + 1, line_end);
  }
  return at;
}

}  // namespace

TextSpan WholeBody(const LetterView& view, TextSpan span) {
  const TextSpan headed = {HeadOf(view, span), span.end};
  const TextSpan named = {headed.start, TradeEndOf(view, headed)};
  const TextSpan placed = {named.start, PlaceEndOf(view, named)};
  return {placed.start, DashedEndOf(view, placed)};
}

}  // namespace donthu
