// Where a scan lies on the page of a PDF, and how the page is turned.
#pragma once

#include <array>

#include "models/encoded_page.h"
#include "models/geometry.h"
#include "models/record.h"

namespace donthu {

struct PageGeometry {
  double width_pt = 0.0;  // of the page, before it is turned
  double height_pt = 0.0;
  int rotate_deg = 0;  // /Rotate: clockwise, 0, 90, 180 or 270
  // The image on the page, as PDF's cm.
  std::array<double, 6> placement = {1, 0, 0, 1, 0, 0};
  // Pixels of the upright page image to points of user space, y upwards.
  Homography to_points;
};

// Of a page that its stored image covers: one that is no kPdfPage, or a scan
// that was decoded (then `stored` has its size, and from_scan is the
// identity). A page without a believable resolution is taken for 300 dpi. No
// side is longer than the 14,400 points of ISO 32000-1, annex C.
PageGeometry GeometryOf(const RecordPage& page, const EncodedPage& stored);

// Of a page of A4 that holds nothing.
PageGeometry EmptySheet();

}  // namespace donthu
