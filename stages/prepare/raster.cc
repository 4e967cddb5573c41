#include "stages/prepare/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace donthu {
namespace {

constexpr std::uint8_t kWhite = 255;
constexpr int kTile = 32;  // pixels; two tiles stay in the first-level cache

PageImage Blank(int width_px, int height_px) {
  PageImage image;
  image.width_px = width_px;
  image.height_px = height_px;
  image.pixels.resize(static_cast<std::size_t>(width_px) *
                      static_cast<std::size_t>(height_px));
  return image;
}

unsigned Sample(const std::uint8_t* pixel, PixelFormat format) {
  return format == PixelFormat::kGray8 ? *pixel : LumaOf(pixel);
}

unsigned BlockMean(const PageImage& page, int left, int top, int factor) {
  const auto step = static_cast<std::size_t>(BytesPerPixel(page.format));
  unsigned sum = 0;
  for (int y = top; y < top + factor; ++y) {
    const std::uint8_t* pixel = &page.pixels[PixelIndex(page, left, y) * step];
    for (int x = 0; x < factor; ++x, pixel += step) {
      sum += Sample(pixel, page.format);
    }
  }
  const auto count = static_cast<unsigned>(factor * factor);
  return (sum + count / 2) / count;
}

PageImage Gray(const PageImage& page) {
  if (page.format == PixelFormat::kGray8) return page;
  PageImage gray = Blank(page.width_px, page.height_px);
  const std::uint8_t* rgb = page.pixels.data();
  for (std::uint8_t& pixel : gray.pixels) {
    pixel = LumaOf(rgb);
    rgb += 3;
  }
  gray.dpi_x = page.dpi_x;
  gray.dpi_y = page.dpi_y;
  gray.bilevel = page.bilevel;
  return gray;
}

// One tile of a turn by 90 or 270 degrees.
void TurnTile(const PageImage& from, int left, int top, int rotation_deg,
              PageImage& to) {
  const int right = std::min(left + kTile, from.width_px);
  const int bottom = std::min(top + kTile, from.height_px);
  for (int x = left; x < right; ++x) {
    for (int y = top; y < bottom; ++y) {
      const int to_x = rotation_deg == 90 ? to.width_px - 1 - y : y;
      const int to_y = rotation_deg == 90 ? x : to.height_px - 1 - x;
      to.pixels[PixelIndex(to, to_x, to_y)] =
          from.pixels[PixelIndex(from, x, y)];
    }
  }
}

// Fixed point with 32 bits after the point: along the widest row the steps
// drift by less than a thousandth of a pixel.
constexpr int kShift = 32;
constexpr double kOne = 4294967296.0;
constexpr std::int64_t kHalf = std::int64_t{1} << (kShift - 1);

std::int64_t Fixed(double value) {
  return static_cast<std::int64_t>(std::floor(value * kOne));
}

std::uint8_t PixelOrWhite(const PageImage& gray, std::int64_t x,
                          std::int64_t y) {
  if (x < 0 || y < 0 || x >= gray.width_px || y >= gray.height_px) {
    return kWhite;
  }
  return gray
      .pixels[PixelIndex(gray, static_cast<int>(x), static_cast<int>(y))];
}

// Weights of 8 bits keep the products of two within 32 bits.
std::uint8_t Blend(unsigned a, unsigned b, unsigned c, unsigned d,
                   unsigned across, unsigned down) {
  const unsigned upper = a * (256 - across) + b * across;
  const unsigned lower = c * (256 - across) + d * across;
  const unsigned sum = upper * (256 - down) + lower * down;
  return static_cast<std::uint8_t>((sum + 32768U) >> 16U);
}

std::uint8_t Bilinear(const PageImage& gray, std::int64_t fx, std::int64_t fy) {
  const std::int64_t x = fx >> kShift;
  const std::int64_t y = fy >> kShift;
  const auto across = static_cast<unsigned>((fx >> (kShift - 8)) & 255);
  const auto down = static_cast<unsigned>((fy >> (kShift - 8)) & 255);
  if (x < 0 || y < 0 || x + 1 >= gray.width_px || y + 1 >= gray.height_px) {
    return Blend(PixelOrWhite(gray, x, y), PixelOrWhite(gray, x + 1, y),
                 PixelOrWhite(gray, x, y + 1), PixelOrWhite(gray, x + 1, y + 1),
                 across, down);
  }
  const auto width = static_cast<std::size_t>(gray.width_px);
  const std::uint8_t* pixel =
      &gray.pixels[PixelIndex(gray, static_cast<int>(x), static_cast<int>(y))];
  return Blend(pixel[0], pixel[1], pixel[width], pixel[width + 1], across,
               down);
}

PageImage WarpedInPerspective(const PageImage& gray, const Homography& to_gray,
                              SizePx size) {
  PageImage image = Blank(size.width_px, size.height_px);
  auto out = image.pixels.begin();
  for (int y = 0; y < size.height_px; ++y) {
    for (int x = 0; x < size.width_px; ++x) {
      const PointPx at = Apply(to_gray, PointPx{x + 0.5, y + 0.5});
      *out++ = Bilinear(gray, Fixed(at.x_px - 0.5), Fixed(at.y_px - 0.5));
    }
  }
  return image;
}

}  // namespace

std::uint8_t LumaOf(const std::uint8_t* rgb) {
  return static_cast<std::uint8_t>(
      (77U * rgb[0] + 150U * rgb[1] + 29U * rgb[2] + 128U) >> 8U);
}

PageImage GrayReduced(const PageImage& page, int factor) {
  if (factor == 1) return Gray(page);
  PageImage gray = Blank(page.width_px / factor, page.height_px / factor);
  auto out = gray.pixels.begin();
  for (int y = 0; y < gray.height_px; ++y) {
    for (int x = 0; x < gray.width_px; ++x) {
      *out++ = static_cast<std::uint8_t>(
          BlockMean(page, x * factor, y * factor, factor));
    }
  }
  gray.dpi_x = page.dpi_x / factor;
  gray.dpi_y = page.dpi_y / factor;
  return gray;
}

PageImage ColourReduced(const PageImage& rgb, int factor) {
  PageImage reduced;
  reduced.width_px = rgb.width_px / factor;
  reduced.height_px = rgb.height_px / factor;
  reduced.format = PixelFormat::kRgb24;
  reduced.dpi_x = rgb.dpi_x / factor;
  reduced.dpi_y = rgb.dpi_y / factor;
  reduced.pixels.resize(static_cast<std::size_t>(reduced.width_px) *
                        static_cast<std::size_t>(reduced.height_px) * 3);
  const auto count = static_cast<unsigned>(factor * factor);
  auto out = reduced.pixels.begin();
  for (int y = 0; y < reduced.height_px; ++y) {
    for (int x = 0; x < reduced.width_px; ++x) {
      std::array<unsigned, 3> sums = {count / 2, count / 2, count / 2};
      for (int row = y * factor; row < (y + 1) * factor; ++row) {
        const std::uint8_t* pixel =
            &rgb.pixels[PixelIndex(rgb, x * factor, row) * 3];
        for (int i = 0; i < factor * 3; ++i)
          sums[static_cast<std::size_t>(i % 3)] += pixel[i];
      }
      for (const unsigned sum : sums) {
        *out++ = static_cast<std::uint8_t>(sum / count);
      }
    }
  }
  return reduced;
}

PageImage Turned(PageImage gray, int rotation_deg) {
  if (rotation_deg == 0) return gray;
  if (rotation_deg == 180) {
    std::reverse(gray.pixels.begin(), gray.pixels.end());
    return gray;
  }
  PageImage turned = Blank(gray.height_px, gray.width_px);
  turned.dpi_x = gray.dpi_y;
  turned.dpi_y = gray.dpi_x;
  turned.bilevel = gray.bilevel;
  for (int top = 0; top < gray.height_px; top += kTile) {
    for (int left = 0; left < gray.width_px; left += kTile) {
      TurnTile(gray, left, top, rotation_deg, turned);
    }
  }
  return turned;
}

PageImage CutOut(const PageImage& gray, const BoxPx& box) {
  PageImage cut;
  cut.width_px = box.width_px();
  cut.height_px = box.height_px();
  cut.dpi_x = gray.dpi_x;
  cut.dpi_y = gray.dpi_y;
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    const auto row = gray.pixels.begin() +
                     static_cast<std::ptrdiff_t>(PixelIndex(gray, 0, y));
    cut.pixels.insert(cut.pixels.end(), row + box.left_px, row + box.right_px);
  }
  return cut;
}

PageImage Warped(const PageImage& gray, const Homography& to_gray, SizePx size,
                 Sampling sampling) {
  if (to_gray.m[6] != 0.0 || to_gray.m[7] != 0.0) {
    return WarpedInPerspective(gray, to_gray, size);
  }
  PageImage image = Blank(size.width_px, size.height_px);
  const std::int64_t step_x = Fixed(to_gray.m[0]);
  const std::int64_t step_y = Fixed(to_gray.m[3]);
  auto out = image.pixels.begin();
  for (int y = 0; y < size.height_px; ++y) {
    const PointPx start = Apply(to_gray, PointPx{0.5, y + 0.5});
    std::int64_t fx = Fixed(start.x_px - 0.5);
    std::int64_t fy = Fixed(start.y_px - 0.5);
    if (sampling == Sampling::kNearest) {
      fx += kHalf;
      fy += kHalf;
      for (int x = 0; x < size.width_px; ++x, fx += step_x, fy += step_y) {
        *out++ = PixelOrWhite(gray, fx >> kShift, fy >> kShift);
      }
      continue;
    }
    for (int x = 0; x < size.width_px; ++x, fx += step_x, fy += step_y) {
      *out++ = Bilinear(gray, fx, fy);
    }
  }
  return image;
}

}  // namespace donthu
