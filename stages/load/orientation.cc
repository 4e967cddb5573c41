#include "stages/load/orientation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace donthu {
namespace {

template <std::size_t kBytes>
void Rearrange(const PageImage& from, Orientation orientation, PageImage* to) {
  using Pixel = std::array<std::uint8_t, kBytes>;
  const auto* source = reinterpret_cast<const Pixel*>(from.pixels.data());
  auto* target = reinterpret_cast<Pixel*>(to->pixels.data());
  const std::ptrdiff_t step_across = orientation.swap_axes ? from.width_px : 1;
  const std::ptrdiff_t step_down = orientation.swap_axes ? 1 : from.width_px;
  for (int y = 0; y < to->height_px; ++y) {
    const int down = orientation.flip_y ? to->height_px - 1 - y : y;
    const int first = orientation.flip_x ? to->width_px - 1 : 0;
    const Pixel* pixel = source + down * step_down + first * step_across;
    const std::ptrdiff_t step = orientation.flip_x ? -step_across : step_across;
    for (int x = 0; x < to->width_px; ++x, pixel += step) *target++ = *pixel;
  }
}

}  // namespace

Orientation OrientationFromTag(int tag) {
  constexpr std::array<Orientation, 9> kByTag = {{{false, false, false},
                                                  {false, false, false},
                                                  {false, true, false},
                                                  {false, true, true},
                                                  {false, false, true},
                                                  {true, false, false},
                                                  {true, true, false},
                                                  {true, true, true},
                                                  {true, false, true}}};
  if (tag < 1 || tag > 8) return {};
  return kByTag.at(static_cast<std::size_t>(tag));
}

PageImage Oriented(PageImage image, Orientation orientation) {
  if (orientation == Orientation{}) return image;
  PageImage turned;
  turned.width_px = image.width_px;
  turned.height_px = image.height_px;
  turned.dpi_x = image.dpi_x;
  turned.dpi_y = image.dpi_y;
  if (orientation.swap_axes) {
    std::swap(turned.width_px, turned.height_px);
    std::swap(turned.dpi_x, turned.dpi_y);
  }
  turned.format = image.format;
  turned.bilevel = image.bilevel;
  turned.pixels.resize(image.pixels.size());
  if (image.format == PixelFormat::kGray8) {
    Rearrange<1>(image, orientation, &turned);
  } else {
    Rearrange<3>(image, orientation, &turned);
  }
  return turned;
}

Homography ToStored(Orientation orientation, int width_px, int height_px) {
  const double across = orientation.swap_axes ? height_px : width_px;
  const double down = orientation.swap_axes ? width_px : height_px;
  Homography mirrored;
  if (orientation.flip_x) {
    mirrored.m[0] = -1.0;
    mirrored.m[2] = across;
  }
  if (orientation.flip_y) {
    mirrored.m[4] = -1.0;
    mirrored.m[5] = down;
  }
  if (!orientation.swap_axes) return mirrored;
  return Compose(Homography{{0, 1, 0, 1, 0, 0, 0, 0, 1}}, mirrored);
}

}  // namespace donthu
