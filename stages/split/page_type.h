// How a page is set: paper, type and margins.
#pragma once

#include <algorithm>
#include <vector>

#include "models/page_json.h"
#include "stages/split/page_lines.h"

namespace donthu {

// As a share of `most`, above 0; 1 from there on.
inline double Capped(double value, double most) {
  return std::min(value, most) / most;
}

// Shares of the page's width or height; 0: not known.
struct PageType {
  double aspect = 0.0;  // width by height
  double dpi = 0.0;
  double pitch = 0.0;         // from line to line: lower quartile
  double letter_width = 0.0;  // mean within words: median of the lines
  double left = 0.0;          // where lines begin: lower tenth
  double right = 0.0;         // where they end: upper tenth
  double confidence = 0.0;
  double sureness = 0.0;  // 0 to 1: from enough lines
};

// `lines` of the page, without page numbers; not empty.
PageType TypeOf(const PageResult& page, const std::vector<PageLine>& lines);

// How far two pages are apart, each 0 to 1: as unlike as can be.
struct TypeDifference {
  double paper = 0.0;  // 0 or 1: another sheet or another scan
  double pitch = 0.0;
  double letter_width = 0.0;
  double left = 0.0;
  double right = 0.0;
  double confidence = 0.0;
  double most = 0.0;  // of paper, pitch, letter width and left
  double sureness = 0.0;
};
TypeDifference DifferenceOf(const PageType& a, const PageType& b);

}  // namespace donthu
