// A gray page made smaller for the engine.
#pragma once

#include "models/page_image.h"

namespace donthu {

// Each output pixel is the mean of the area of `gray` that it covers.
// `ratio`: pixels of `gray` a pixel of the result, at least 1. Resolution
// follows.
PageImage Reduced(const PageImage& gray, double ratio);

// Each pixel's share of white, 0 to 1, to the power of `darker`.
PageImage Darkened(PageImage gray, double darker);

// Pixels of `page` a pixel of what the engine is shown, at least 1: a page of
// more than 180 dpi is read at 150 dpi, one of more than 240 at 165, each times
// `finer` (ReadingWay). Two ways of one reduction read the same.
double ReadingReduction(const PageImage& page, double finer);

// Resolution across; that of A4 by its height where the page tells none.
double ReadingDpi(const PageImage& page);

}  // namespace donthu
