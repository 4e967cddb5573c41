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
  const TextSpan placed = {headed.start, PlaceEndOf(view, headed)};
  return {placed.start, DashedEndOf(view, placed)};
}

}  // namespace donthu
