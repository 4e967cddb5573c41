// Where on a page coloured ink lies, and what shape it has.
#pragma once

#include <vector>

#include "models/geometry.h"
#include "models/page_image.h"
#include "stages/prepare/colour.h"

namespace donthu {

enum class InkShape {
  kRound,      // a seal
  kRectangle,  // a framed stamp
  kStroke,     // a pen, or what is left of a stamp
  kLine,       // lies as a line of print does
  kArea,       // more than any stamp: text of the page, a picture, a desk
};

// A square of kCellPx pixels, counted from the left upper corner.
inline constexpr int kCellPx = 8;
struct Cell {
  int x = 0;
  int y = 0;
};

struct InkPatch {
  Hue hue = Hue::kNone;
  InkShape shape = InkShape::kStroke;
  BoxPx box;                // of its cells, in pixels of the page
  double tilt_deg = 0.0;    // of a rectangle, clockwise positive
  double certainty = 0.0;   // of the shape: 0 to 1
  bool inside = false;      // lies within a seal or stamp of another hue
  std::vector<Cell> cells;  // row by row
};

inline bool IsStamp(const InkPatch& patch) {
  return patch.shape == InkShape::kRound || patch.shape == InkShape::kRectangle;
}

struct ColouredInk {
  std::vector<InkPatch> patches;  // by their first cell, row by row
  double share = 0.0;             // coloured pixels, part of all that are ink
};

// Patches of at least 3 mm across. `dpi`: of `rgb`, above 0.
ColouredInk FindColouredInk(const PageImage& rgb, const PaperColour& paper,
                            double dpi);

}  // namespace donthu
