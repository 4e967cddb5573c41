// Rules of print: the edges of tables and stamps.
#pragma once

#include <algorithm>
#include <vector>

#include "models/page_image.h"

namespace donthu {

// In millimetres from the page's left or upper edge.
struct SpanMm {
  double from = 0.0;
  double to = 0.0;

  double length() const { return to - from; }
  double middle() const { return (from + to) / 2.0; }
};

inline double Shared(const SpanMm& a, const SpanMm& b) {
  return std::max(0.0, std::min(a.to, b.to) - std::max(a.from, b.from));
}

struct Rule {
  SpanMm along;
  SpanMm thickness;  // with what it leans
};

// A rule that is broken is several.
struct PrintRules {
  std::vector<Rule> across;  // of 8 mm at least
  std::vector<Rule> down;    // of 5 mm at least
};

// The part of `edge`, which runs at `place` (both in millimetres), that rules
// of its way cover which stand `reach` off it at most: 0 to 1.
double CoveredShare(const std::vector<Rule>& rules, double place, double reach,
                    const SpanMm& edge);

// On an upright page; `dpi`: of `gray`, above 0. None on a page of less than
// 64 pixels a side at 100 dpi.
PrintRules FindPrintRules(const PageImage& gray, double dpi);

}  // namespace donthu
