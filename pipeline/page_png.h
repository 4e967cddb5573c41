// The upright page as a PNG file: a picture for people, made in passing.
#pragma once

#include "models/page_image.h"
#include "models/result.h"

namespace donthu {

// Writes a gray page to an open descriptor, from where it stands: in 16
// levels, in two where every sample is 0 or 255 (docs/decisions/0006).
// Fails with kOutputUnwritable, with kImageUnreadable where the page has no
// pixels, with kInternal where it is not gray.
Status WritePagePng(const PageImage& image, int fd);

}  // namespace donthu
