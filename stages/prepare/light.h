// Paper made white and even.
#pragma once

#include "models/page_image.h"

namespace donthu {

// Where the paper of `gray` is dim, yellow or unevenly lit, each pixel is
// divided by the paper about it, and what is paler than print (the next page
// shining through, stains) becomes paper. A page whose paper is white and
// even stays as it is, byte for byte.
//
// The paper is, in squares of about 5 mm, the brightness that a tenth of the
// square exceeds; squares that hold no paper take their neighbours' (as
// Shafait and others do with percentiles; Sauvola's threshold does it by mean
// and deviation). `dpi` above 0.
PageImage EvenLight(PageImage gray, double dpi);

}  // namespace donthu
