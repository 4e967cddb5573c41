#include "pipeline/page_png.h"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "pipeline/files.h"

namespace donthu {
namespace {

constexpr double kMetresAnInch = 0.0254;

struct Sink {
  std::string bytes;
};

void Append(png_structp png, png_bytep data, png_size_t size) {
  static_cast<Sink*>(png_get_io_ptr(png))
      ->bytes.append(reinterpret_cast<const char*>(data), size);
}

void Flush(png_structp) {}

// `bits` a pixel, 1 or 4, the highest first; each sample goes to the nearest
// level.
class RowPacker {
 public:
  RowPacker(int width_px, int bits)
      : bits_(static_cast<unsigned>(bits)),
        packed_((static_cast<std::size_t>(width_px) * bits_ + 7) / 8) {
    const int top = (1 << bits) - 1;
    for (int sample = 0; sample < 256; ++sample) {
      levels_[static_cast<std::size_t>(sample)] =
          static_cast<std::uint8_t>((sample * top + 127) / 255);
    }
  }

  const std::uint8_t* Pack(const std::uint8_t* row, int width_px) {
    std::fill(packed_.begin(), packed_.end(), std::uint8_t{0});
    for (unsigned x = 0; x < static_cast<unsigned>(width_px); ++x) {
      const unsigned shift = 8 - bits_ - x * bits_ % 8;
      packed_[x * bits_ / 8] |=
          static_cast<std::uint8_t>(levels_[row[x]] << shift);
    }
    return packed_.data();
  }

 private:
  unsigned bits_;
  std::array<std::uint8_t, 256> levels_{};
  std::vector<std::uint8_t> packed_;
};

int BitsOf(const PageImage& image) { return image.bilevel ? 1 : 4; }

void WriteHeader(png_structp png, png_infop info, const PageImage& image) {
  png_set_IHDR(png, info, static_cast<png_uint_32>(image.width_px),
               static_cast<png_uint_32>(image.height_px), BitsOf(image),
               PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (image.dpi_x > 0 && image.dpi_y > 0) {
    png_set_pHYs(
        png, info,
        static_cast<png_uint_32>(std::lround(image.dpi_x / kMetresAnInch)),
        static_cast<png_uint_32>(std::lround(image.dpi_y / kMetresAnInch)),
        PNG_RESOLUTION_METER);
  }
  png_set_compression_level(png, 1);
  png_set_compression_strategy(png, image.bilevel ? Z_DEFAULT_STRATEGY : Z_RLE);
  png_set_filter(png, 0, PNG_FILTER_NONE);
  png_write_info(png, info);
}

void WriteRows(png_structp png, const PageImage& image) {
  const auto stride = static_cast<std::size_t>(image.width_px);
  RowPacker packer(image.width_px, BitsOf(image));
  for (int y = 0; y < image.height_px; ++y) {
    const std::uint8_t* row =
        image.pixels.data() + static_cast<std::size_t>(y) * stride;
    png_write_row(png, packer.Pack(row, image.width_px));
  }
}

}  // namespace

Status WritePagePng(const PageImage& image, int fd) {
  if (image.format != PixelFormat::kGray8) {
    return Fail(ErrorCode::kInternal, "page image", "is not gray");
  }
  png_structp png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
  if (info == nullptr) {
    png_destroy_write_struct(&png, nullptr);
    return Fail(ErrorCode::kOutOfMemory, "page image", "no memory for a PNG");
  }
  Sink sink;
  if (setjmp(png_jmpbuf(png)) != 0) {
    png_destroy_write_struct(&png, &info);
    // Bytes go to memory: what fails here is the page, not the output.
    return Fail(ErrorCode::kImageUnreadable, "page image",
                "its size cannot be that of a page; scan the page again");
  }
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_write_fn(png, &sink, Append, Flush);
  WriteHeader(png, info, image);
  WriteRows(png, image);
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return WriteAll(fd, sink.bytes);
}

}  // namespace donthu
