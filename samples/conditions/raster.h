// Operations on pixels that the conditions are made of.
#pragma once

#include <cstdint>
#include <functional>

#include "models/page_image.h"
#include "samples/conditions/plane.h"

namespace donthu::samples {

struct Rgb {
  std::uint8_t red = 255;
  std::uint8_t green = 255;
  std::uint8_t blue = 255;
};

std::uint8_t Clamped(double value);  // rounded, 0 to 255

PageImage ToGray(const PageImage& image);  // Rec. 601 weights
PageImage ToRgb(const PageImage& image);

// Gaussian; nothing below a deviation of 0.2 pixels.
void Blur(PageImage& image, double sigma_px);

// Noise of its own for each sample, even in +-amplitude.
void AddGrain(PageImage& image, std::uint64_t seed, double amplitude);

// Every sample v of the page becomes v * (1 - share * (1 - layer / 255)):
// ink over ink. `share` is asked at each pixel that the layer inks, 0 to 1.
// Both kRgb24 and of one size.
using ShareAt = std::function<double(int x, int y)>;
void LayOver(PageImage& page, const PageImage& layer, const ShareAt& share);

// `map` tells where a pixel of `image` comes to lie. Bilinear; what comes
// from outside of `image` has the colour of `outside` at that pixel.
using ColourAt = std::function<Rgb(int x, int y)>;
PageImage Warped(const PageImage& image, const Homography& map, int width_px,
                 int height_px, const ColourAt& outside);

// Clockwise by 0, 90, 180 or 270 degrees.
PageImage Turned(const PageImage& image, int clockwise_deg);

}  // namespace donthu::samples
