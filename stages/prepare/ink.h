// Coloured ink parted from print.
#pragma once

#include <vector>

#include "models/clean_page.h"
#include "models/page_image.h"

namespace donthu {

struct PartedInk {
  PageImage gray;  // the page without its seals, stamps, strokes
  std::vector<InkLayer>
      marks;  // in the order of their boxes' left upper corner
};

// To gray by luma; where seals, stamps and strokes of a pen lie over the page,
// by what black is left once their colour is taken out, so that text beneath
// them is read. Coloured text stays: lines that lie as print does, and any
// colour that the page is written in.
//
// Each pixel of a mark is taken for a layer of its ink and one of black whose
// absorbances add up (Beer and Lambert); black is what two unknowns in three
// channels leave of it by least squares.
//
// `rgb`: kRgb24. `dpi`: its resolution, above 0.
PartedInk PartInk(const PageImage& rgb, double dpi);

}  // namespace donthu
