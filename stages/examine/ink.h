// The ink of a page as parts: what examine measures.
#pragma once

#include <array>
#include <vector>

#include "models/geometry.h"
#include "models/page_image.h"
#include "models/paper.h"

namespace donthu {

// One connected piece of ink, measured within its box. Counts are pixels of
// the reduced page.
struct InkPart {
  BoxPx box;
  int ink_px = 0;
  double darkness = 0.0;   // of its ink: 0 paper to 1 black
  double sharpness = 0.0;  // of its left edges: 0 blurred to 1 within a pixel
  int left_edges_px = 0;   // ink with paper to its left
  std::array<float, 9> zones = {};  // share of the ink in 3 x 3 fields
  bool at_page_edge = false;

  int width_px() const { return box.width_px(); }
  int height_px() const { return box.height_px(); }
};

struct InkMap {
  int width_px = 0;  // of the reduced page
  int height_px = 0;
  double dpi = 0.0;  // of the reduced page, never 0
  // Share of pixels a third as dark as black, or darker, in the inner four
  // fifths across and down: no part of letters needed.
  double middle_ink = 0.0;
  std::vector<InkPart> parts;

  double Millimetres(double px) const { return px * kMmPerInch / dpi; }
};

// `index` is one of map.parts.
inline const InkPart& PartOf(const InkMap& map, int index) {
  return map.parts[static_cast<std::size_t>(index)];
}

// Reduces to about 150 dpi, takes each place's own paper tone for white, and
// collects what is darker than paper by a share that follows the page's
// darkest ink (0.14 to 0.25). Parts within 4 pixels of the page's edge, and
// parts wider or higher than two fifths of the page, are left unmeasured.
// Expects gray pixels, as many as the size tells.
InkMap InkOf(const PageImage& gray);

}  // namespace donthu
