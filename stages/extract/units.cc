#include "stages/extract/units.h"

#include <algorithm>

namespace donthu {
namespace {

bool IsLetterOrDigit(char shape) {
  return shape == 'A' || shape == 'a' || shape == '9';
}

// One past the word with a capital or the number at `at`; `at`: there is none.
int NameWordEnd(const LetterView& view, int at, int limit) {
  const char first = view.ShapeAt(at);
  if (first != 'A' && first != '9') return at;
  while (at < limit) {
    const bool inner = view.ShapeAt(at) == '\'' && at + 1 < limit &&
                       IsLetterOrDigit(view.ShapeAt(at + 1));
    if (!IsLetterOrDigit(view.ShapeAt(at)) && !inner) break;
    ++at;
  }
  return at;
}

}  // namespace

int UnitLengthAt(const LetterView& view, int at) {
  static const Pattern kUnit(
      R"re((?:thi xa|thi tran|thanh pho|xa|phuong|huyen|quan|tinh)\b)re");
  if (view.ShapeAt(at) != 'a') return 0;
  if (at > 0 && IsLetterOrDigit(view.ShapeAt(at - 1))) return 0;
  if (view.Folded({std::max(0, at - 4), at}) == "tac ") return 0;  // hợp tác xã
  const auto unit = view.MatchStart(kUnit, {at, view.size()});
  return unit ? unit->span.end - at : 0;
}

int PlaceEndAt(const LetterView& view, int at, int limit) {
  const int length = UnitLengthAt(view, at);
  if (length == 0) return -1;
  int end = -1;
  for (int word = at + length; view.ShapeAt(word) == ' ' && word < limit;) {
    const int after = NameWordEnd(view, word + 1, limit);
    if (after == word + 1) break;
    end = after;
    word = after;
  }
  return end;
}

bool GoesOnAfterPlace(const LetterView& view, int at) {
  if (view.Folded({at, at + 3}) == " - ") return true;
  const int next = view.FoldedAt(at) == ',' ? at + 1 : at;
  return view.FoldedAt(next) == ' ' && UnitLengthAt(view, next + 1) > 0;
}

}  // namespace donthu
