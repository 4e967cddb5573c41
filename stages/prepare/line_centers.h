// The seam to Leptonica's tracing of text lines (its dewarp2.c).
#pragma once

#include <vector>

#include "models/geometry.h"
#include "models/page_image.h"

namespace donthu {

// The middle of a line of text, from left to right, in pixels of the page.
using LineCenters = std::vector<PointPx>;

// How unlike straight, level lines the page looks, in inches: how far rows of
// ink wander up and down from one upright strip of the page to the next, at
// the upper or the lower half. A guess on a copy of 75 dpi, to spare flat
// pages the tracing.
double WanderingInches(const PageImage& gray, double dpi);

// Lines at least an inch long. Needs about 10 ms.
std::vector<LineCenters> TraceLines(const PageImage& gray, double dpi);

}  // namespace donthu
