// The parts of a letter, by lines (brief §6.6).
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"

namespace donthu {

constexpr int kHeaderLines = 30;  // a title stands among them

// Half open, in indexes of LetterView::lines(); empty where first == last.
struct LineRange {
  int first = 0;
  int last = 0;

  bool empty() const { return first >= last; }
};

struct Zones {
  LineRange title;
  LineRange recipients;  // from the first "Kính gửi" to its last name
  LineRange body;        // after title and recipients, to the signature
  LineRange signature;  // "Người làm đơn", "Kính đơn" … and its names
};

Zones ZonesOf(const LetterView& view);

// Whether a line opens a list of addressees, and how many characters of it
// the opening words take; `copy` of those sent for information.
struct Addressing {
  int length = 0;  // 0: no such line
  bool copy = false;
};
Addressing AddressingOf(const LetterView& view, TextSpan line);

// Whether a body, or the post of who heads one, is named first there.
bool NamesOffice(const LetterView& view, TextSpan span);

}  // namespace donthu
