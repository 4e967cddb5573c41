// Which resolutions to believe.
#pragma once

#include "models/page_image.h"

namespace donthu {

struct Resolution {
  double x_dpi = 0.0;  // 0: not given
  double y_dpi = 0.0;

  friend bool operator==(const Resolution&, const Resolution&) = default;
};

// `given` where it can be true of a page of that size. Absent or absurd ones
// (under 50, over 2400, or a camera's default that would make the page longer
// than 20 inches) are estimated as if the page were A4; 0 where even that is
// not believable.
Resolution Believable(Resolution given, int width_px, int height_px);

// Sets the resolution of `image` to Believable(given).
void SetResolution(Resolution given, PageImage* image);

}  // namespace donthu
