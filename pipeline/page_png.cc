#include "pipeline/page_png.h"

#include <png.h>
#include <zlib.h>

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

std::vector<std::uint8_t> PackedRow(const std::uint8_t* row, int width_px) {
  std::vector<std::uint8_t> packed((static_cast<std::size_t>(width_px) + 7) /
                                   8);
  for (int x = 0; x < width_px; ++x) {
    if (row[x] >= 128) {
      packed[static_cast<std::size_t>(x) / 8] |=
          static_cast<std::uint8_t>(0x80U >> (static_cast<unsigned>(x) % 8U));
    }
  }
  return packed;
}

void WriteHeader(png_structp png, png_infop info, const PageImage& image) {
  const int color = image.format == PixelFormat::kRgb24 ? PNG_COLOR_TYPE_RGB
                                                        : PNG_COLOR_TYPE_GRAY;
  png_set_IHDR(png, info, static_cast<png_uint_32>(image.width_px),
               static_cast<png_uint_32>(image.height_px), image.bilevel ? 1 : 8,
               color, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (image.dpi_x > 0 && image.dpi_y > 0) {
    png_set_pHYs(
        png, info,
        static_cast<png_uint_32>(std::lround(image.dpi_x / kMetresAnInch)),
        static_cast<png_uint_32>(std::lround(image.dpi_y / kMetresAnInch)),
        PNG_RESOLUTION_METER);
  }
  png_set_compression_level(png, 1);
  png_set_compression_strategy(png, image.bilevel ? Z_DEFAULT_STRATEGY : Z_RLE);
  png_set_filter(png, 0, image.bilevel ? PNG_FILTER_NONE : PNG_FILTER_SUB);
  png_write_info(png, info);
}

void WriteRows(png_structp png, const PageImage& image) {
  const std::size_t stride =
      static_cast<std::size_t>(image.width_px) *
      static_cast<std::size_t>(BytesPerPixel(image.format));
  for (int y = 0; y < image.height_px; ++y) {
    const std::uint8_t* row =
        image.pixels.data() + static_cast<std::size_t>(y) * stride;
    if (image.bilevel) {
      png_write_row(png, PackedRow(row, image.width_px).data());
    } else {
      png_write_row(png, row);
    }
  }
}

}  // namespace

Status WritePagePng(const PageImage& image, int fd) {
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
    return Fail(ErrorCode::kOutputUnwritable, "page image", "PNG failed");
  }
  png_set_write_fn(png, &sink, Append, Flush);
  WriteHeader(png, info, image);
  WriteRows(png, image);
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return WriteAll(fd, sink.bytes);
}

}  // namespace donthu
