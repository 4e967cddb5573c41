// The eight ways in which a page's pixels can lie.
#pragma once

#include "models/geometry.h"
#include "models/page_image.h"

namespace donthu {

// Turns stored pixels into the page as seen: first the axes are swapped (rows
// become columns), then the result is mirrored.
struct Orientation {
  bool swap_axes = false;
  bool flip_x = false;  // of the result: left and right change places
  bool flip_y = false;  // of the result: top and bottom change places

  friend bool operator==(const Orientation&, const Orientation&) = default;
};

// `tag` as in EXIF and TIFF, 1 to 8; anything else is upright.
Orientation OrientationFromTag(int tag);

// Swaps the two resolutions with the axes. Copies the pixels at most once.
PageImage Oriented(PageImage image, Orientation orientation);

// Pixels of Oriented(image) to those of `image`, which is `width_px` by
// `height_px`.
Homography ToStored(Orientation orientation, int width_px, int height_px);

}  // namespace donthu
