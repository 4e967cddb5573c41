// Gray rasters: the few operations that prepare needs, each in one pass.
#pragma once

#include <cstddef>
#include <cstdint>

#include "models/geometry.h"
#include "models/page_image.h"

namespace donthu {

// To gray by luma (ITU-R BT.601), each output pixel the mean of `factor` x
// `factor` pixels of `page`; a remainder at the right and lower edge is
// dropped. `factor` from 1; resolution follows.
PageImage GrayReduced(const PageImage& page, int factor);

// Of a pixel in PageImage::pixels; times three where they are kRgb24.
inline std::size_t PixelIndex(const PageImage& page, int x, int y) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width_px) +
         static_cast<std::size_t>(x);
}

// Luma of one pixel of kRgb24.
std::uint8_t LumaOf(const std::uint8_t* rgb);

// The same by channel; `rgb` and result: kRgb24.
PageImage ColourReduced(const PageImage& rgb, int factor);

// `gray` turned clockwise by 0, 90, 180 or 270 degrees, without resampling.
PageImage Turned(PageImage gray, int rotation_deg);

// What lies in `box`, which lies in `gray`; resolution is kept.
PageImage CutOut(const PageImage& gray, const BoxPx& box);

struct SizePx {
  int width_px = 0;
  int height_px = 0;
};

// kNearest keeps strokes sharp, off by half a pixel at most: for small turns,
// which move whole blocks of pixels by one.
enum class Sampling { kBilinear, kNearest };

// An image of `size` whose pixels are looked up in `gray` through `to_gray`;
// white where that is outside. Resolution is the caller's to set.
PageImage Warped(const PageImage& gray, const Homography& to_gray, SizePx size,
                 Sampling sampling = Sampling::kBilinear);

}  // namespace donthu
