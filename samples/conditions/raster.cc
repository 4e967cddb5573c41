#include "samples/conditions/raster.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "samples/rng.h"

namespace donthu::samples {
namespace {

std::size_t SizeOf(const PageImage& image) {
  return static_cast<std::size_t>(image.width_px) *
         static_cast<std::size_t>(image.height_px);
}

std::vector<int> Kernel(double sigma) {
  const int reach = static_cast<int>(std::ceil(sigma * 2.5));
  std::vector<double> weights;
  double sum = 0.0;
  for (int i = -reach; i <= reach; ++i) {
    weights.push_back(std::exp(-i * i / (2.0 * sigma * sigma)));
    sum += weights.back();
  }
  std::vector<int> kernel;
  for (const double weight : weights) {
    kernel.push_back(static_cast<int>(std::lround(weight / sum * 4096)));
  }
  return kernel;
}

// Along one axis: `count` samples, `step` apart.
void BlurLine(std::uint8_t* line, std::size_t count, std::size_t step,
              const std::vector<int>& kernel, std::vector<int>& padded) {
  const std::size_t reach = kernel.size() / 2;
  padded.resize(count + 2 * reach);
  for (std::size_t i = 0; i < padded.size(); ++i) {
    const std::size_t at = i < reach ? 0 : std::min(i - reach, count - 1);
    padded[i] = line[at * step];
  }
  for (std::size_t i = 0; i < count; ++i) {
    int sum = 2048;
    for (std::size_t k = 0; k < kernel.size(); ++k) {
      sum += kernel[k] * padded[i + k];
    }
    line[i * step] = static_cast<std::uint8_t>(std::clamp(sum / 4096, 0, 255));
  }
}

// The sample of one channel between four pixels.
double Between(const std::uint8_t* at, std::size_t stride, std::size_t bytes,
               double s, double t) {
  const double top = at[0] * (1 - s) + at[bytes] * s;
  const double low = at[stride] * (1 - s) + at[stride + bytes] * s;
  return top * (1 - t) + low * t;
}

}  // namespace

std::uint8_t Clamped(double value) {
  return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

PageImage ToGray(const PageImage& image) {
  if (image.format == PixelFormat::kGray8) return image;
  PageImage gray = image;
  gray.format = PixelFormat::kGray8;
  gray.pixels.resize(SizeOf(image));
  const std::uint8_t* from = image.pixels.data();
  for (std::uint8_t& sample : gray.pixels) {
    sample = static_cast<std::uint8_t>(
        (299 * from[0] + 587 * from[1] + 114 * from[2] + 500) / 1000);
    from += 3;
  }
  return gray;
}

PageImage ToRgb(const PageImage& image) {
  if (image.format == PixelFormat::kRgb24) return image;
  PageImage rgb = image;
  rgb.format = PixelFormat::kRgb24;
  rgb.pixels.clear();
  rgb.pixels.reserve(SizeOf(image) * 3);
  for (const std::uint8_t sample : image.pixels) {
    rgb.pixels.insert(rgb.pixels.end(), 3, sample);
  }
  return rgb;
}

void Blur(PageImage& image, double sigma_px) {
  if (sigma_px < 0.2) return;
  const auto kernel = Kernel(sigma_px);
  const auto bytes = static_cast<std::size_t>(BytesPerPixel(image.format));
  const auto width = static_cast<std::size_t>(image.width_px);
  const auto height = static_cast<std::size_t>(image.height_px);
  const std::size_t stride = width * bytes;
  std::vector<int> padded;
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t b = 0; b < bytes; ++b) {
      BlurLine(&image.pixels[y * stride + b], width, bytes, kernel, padded);
    }
  }
  for (std::size_t x = 0; x < stride; ++x) {
    BlurLine(&image.pixels[x], height, stride, kernel, padded);
  }
}

void AddGrain(PageImage& image, std::uint64_t seed, double amplitude) {
  const auto width =
      static_cast<int>(image.width_px * BytesPerPixel(image.format));
  std::uint8_t* sample = image.pixels.data();
  for (int y = 0; y < image.height_px; ++y) {
    for (int x = 0; x < width; ++x, ++sample) {
      *sample = Clamped(*sample + (UnitAt(seed, x, y) - 0.5) * 2 * amplitude);
    }
  }
}

void LayOver(PageImage& page, const PageImage& layer, const ShareAt& share) {
  const std::uint8_t* ink = layer.pixels.data();
  std::uint8_t* paper = page.pixels.data();
  for (int y = 0; y < page.height_px; ++y) {
    for (int x = 0; x < page.width_px; ++x, ink += 3, paper += 3) {
      if (ink[0] == 255 && ink[1] == 255 && ink[2] == 255) continue;
      const double part = share(x, y) / 255.0;
      for (int c = 0; c < 3; ++c) {
        paper[c] = Clamped(paper[c] * (1.0 - part * (255 - ink[c])));
      }
    }
  }
}

PageImage Warped(const PageImage& image, const Homography& map, int width_px,
                 int height_px, const ColourAt& outside) {
  const Homography back = Inverse(map);
  const auto bytes = static_cast<std::size_t>(BytesPerPixel(image.format));
  const std::size_t stride = static_cast<std::size_t>(image.width_px) * bytes;
  PageImage out = image;
  out.width_px = width_px;
  out.height_px = height_px;
  out.pixels.assign(SizeOf(out) * bytes, 255);
  std::uint8_t* to = out.pixels.data();
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x, to += bytes) {
      const PointPx from = Apply(back, {x + 0.5, y + 0.5});
      const double u = from.x_px - 0.5;
      const double v = from.y_px - 0.5;
      if (u < 0 || v < 0 || u >= image.width_px - 1 ||
          v >= image.height_px - 1) {
        const Rgb colour = outside(x, y);
        to[0] = colour.red;
        if (bytes == 3) to[1] = colour.green;
        if (bytes == 3) to[2] = colour.blue;
        continue;
      }
      const auto i = static_cast<std::size_t>(u);
      const auto j = static_cast<std::size_t>(v);
      const std::uint8_t* at = &image.pixels[j * stride + i * bytes];
      for (std::size_t b = 0; b < bytes; ++b) {
        to[b] =
            Clamped(Between(at + b, stride, bytes, u - static_cast<double>(i),
                            v - static_cast<double>(j)));
      }
    }
  }
  return out;
}

PageImage Turned(const PageImage& image, int clockwise_deg) {
  if (clockwise_deg == 0) return image;
  const auto bytes = static_cast<std::size_t>(BytesPerPixel(image.format));
  const int w = image.width_px;
  const int h = image.height_px;
  PageImage out = image;
  if (clockwise_deg != 180) {
    std::swap(out.width_px, out.height_px);
    std::swap(out.dpi_x, out.dpi_y);
  }
  for (int y = 0; y < out.height_px; ++y) {
    for (int x = 0; x < out.width_px; ++x) {
      int u = w - 1 - x;
      int v = h - 1 - y;
      if (clockwise_deg == 90) u = y, v = h - 1 - x;
      if (clockwise_deg == 270) u = w - 1 - y, v = x;
      const auto from =
          static_cast<std::size_t>(v) * static_cast<std::size_t>(w) +
          static_cast<std::size_t>(u);
      const auto to =
          static_cast<std::size_t>(y) * static_cast<std::size_t>(out.width_px) +
          static_cast<std::size_t>(x);
      std::copy_n(&image.pixels[from * bytes], bytes, &out.pixels[to * bytes]);
    }
  }
  return out;
}

}  // namespace donthu::samples
