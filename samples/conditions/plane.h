// Maps from one page to another.
#pragma once

#include <array>

#include "models/geometry.h"

namespace donthu::samples {

// Of a page turned clockwise by 0, 90, 180 or 270 degrees.
Homography TurnMap(int width_px, int height_px, int clockwise_deg);

Homography Scaling(double across, double down);
// About the middle of a page of this size, clockwise positive (y is down).
Homography Rotation(double degrees, double width_px, double height_px);
// Takes the four corners of a page to these points: top left, top right,
// bottom right, bottom left.
Homography CornersTo(double width_px, double height_px,
                     const std::array<PointPx, 4>& corners);

}  // namespace donthu::samples
