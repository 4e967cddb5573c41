// A small copy of one bit a pixel, on which Leptonica finds lines of text.
#pragma once

#include <memory>

#include "models/page_image.h"

struct Pix;  // Leptonica's

namespace donthu {

struct PixDeleter {
  void operator()(Pix* pix) const;
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

enum class Sample {
  kNearest,
  kDarkest,  // of all pixels between one place and the next: no rule is lost
};

// Pixels of `gray`, `step_x` and `step_y` apart, both above 0; ink is what is
// darker than Otsu's threshold, taken again among the dark where they cover
// more than a third of the page. Black edges would outweigh the text: the
// outermost 4 % stay white. Empty where the copy would have less than 64 pixels
// a side.
//
// Leptonica is told to be silent: it would write to standard error.
PixPtr BilevelCopy(const PageImage& gray, double step_x, double step_y,
                   Sample sample = Sample::kNearest);

}  // namespace donthu
