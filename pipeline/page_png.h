// The upright page as a PNG file: a picture for people, made in passing.
#pragma once

#include "models/page_image.h"
#include "models/result.h"

namespace donthu {

// Writes to an open descriptor, from where it stands: 8 bit gray or 24 bit
// colour, 1 bit where every sample is 0 or 255; fast rather than small.
// Fails with kOutputUnwritable.
Status WritePagePng(const PageImage& image, int fd);

}  // namespace donthu
