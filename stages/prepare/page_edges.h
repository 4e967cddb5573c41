// Where the sheet lies in a photograph, or between black edges of a scanner.
#pragma once

#include <array>
#include <optional>

#include "models/geometry.h"
#include "models/page_image.h"

namespace donthu {

// Corners of the sheet: left upper, right upper, right lower, left lower.
using Corners = std::array<PointPx, 4>;

// The sheet must be brighter than what it lies on (by its darkest channel, so
// that wood is darker than paper in the shade), have four straight sides that
// meet at nearly right angles, and fill at least 0.3 of the image; part of it
// may lie in the shade, where the whole is nearer to the shape of ISO 216 than
// the rest. Empty where no such sheet is seen, and where it fills the image.
std::optional<Corners> FindSheet(const PageImage& page);

// Whether the corners are those of an upright rectangle, up to 0.4 % of the
// image's longer side: black edges, not a photograph.
bool IsUprightRectangle(const Corners& corners, const PageImage& page);

struct SheetSides {
  double across_px = 0.0;
  double down_px = 0.0;
};

// The mean of upper and lower side, and of left and right side.
SheetSides SheetSidesOf(const Corners& corners);

// From places on a flat sheet of `width` x `height` to those between
// `corners`: the homography by four points (Heckbert 1989, 2.2.3).
Homography FromSheet(const Corners& corners, double width, double height);

}  // namespace donthu
