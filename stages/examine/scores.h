// From the ink of a page to its two scores.
#pragma once

#include "models/page_image.h"
#include "stages/examine/blank_measures.h"
#include "stages/examine/hand_measures.h"

namespace donthu {

struct PageMeasures {
  BlankMeasures blank{};
  std::vector<MeasuredLine> lines;
};

PageMeasures MeasuresOf(const PageImage& gray);

// 0 to 1.
double BlankScore(const PageMeasures& measures);
double LineScore(const LineMeasures& line);
double HandScore(const PageMeasures& measures);

}  // namespace donthu
