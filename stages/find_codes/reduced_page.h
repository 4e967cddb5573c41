// A page at a fraction of its size, and parts of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/geometry.h"
#include "models/page_image.h"

namespace donthu {

// How dark each `factor` x `factor` pixels of a page are: 0 as its paper, 255
// as its ink.
struct ReducedPage {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> dark;  // row-major

  std::uint8_t At(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                static_cast<std::size_t>(x)];
  }
};

// `factor` from 1 to 255; a remainder at the right and lower edge is dropped.
ReducedPage Darkness(const PageImage& gray, int factor);

// The part of the gray page within `box`, each pixel the mean of `factor` x
// `factor`.
PageImage Cut(const PageImage& gray, const BoxPx& box, int factor);

}  // namespace donthu
