#include "stages/load/tiff_pixels.h"

#include <tiffio.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

#include "stages/load/samples.h"

namespace donthu {
namespace {

struct Layout {
  std::uint16_t bits = 1;
  std::uint16_t components = 1;
  std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
  std::uint16_t planar = PLANARCONFIG_CONTIG;
  std::uint16_t compression = COMPRESSION_NONE;
};

Layout ReadLayout(tiff* file) {
  Layout layout;
  TIFFGetFieldDefaulted(file, TIFFTAG_COMPRESSION, &layout.compression);
  TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &layout.bits);
  TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &layout.components);
  TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &layout.planar);
  TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &layout.photometric);
  if (layout.compression == COMPRESSION_JPEG &&
      layout.photometric == PHOTOMETRIC_YCBCR) {
    TIFFSetField(file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
  }
  return layout;
}

bool IsGray(const Layout& layout) {
  return layout.components == 1 &&
         (layout.photometric == PHOTOMETRIC_MINISBLACK ||
          layout.photometric == PHOTOMETRIC_MINISWHITE);
}

bool IsRgb(const Layout& layout) {
  return layout.components == 3 && layout.bits == 8 &&
         (layout.photometric == PHOTOMETRIC_RGB ||
          (layout.photometric == PHOTOMETRIC_YCBCR &&
           layout.compression == COMPRESSION_JPEG));
}

bool HasPlainRows(tiff* file, const Layout& layout) {
  const bool plain_bits = layout.bits == 1 || layout.bits == 8;
  return TIFFIsTiled(file) == 0 && plain_bits &&
         layout.planar == PLANARCONFIG_CONTIG &&
         (IsGray(layout) || IsRgb(layout));
}

bool ReadRows(tiff* file, const Layout& layout, PageImage* page) {
  Samples samples;
  samples.width_px = page->width_px;
  samples.height_px = page->height_px;
  samples.components = layout.components;
  samples.bits = layout.bits;
  const std::size_t row_bytes = RowBytes(samples);
  if (static_cast<std::size_t>(TIFFScanlineSize(file)) != row_bytes) {
    return false;
  }
  samples.bytes.resize(row_bytes * static_cast<std::size_t>(page->height_px));
  for (int y = 0; y < page->height_px; ++y) {
    std::uint8_t* row =
        samples.bytes.data() + static_cast<std::size_t>(y) * row_bytes;
    if (TIFFReadScanline(file, row, static_cast<std::uint32_t>(y), 0) < 0) {
      return false;
    }
  }
  ColourMap map;
  if (layout.components == 3) map.model = ColourModel::kRgb;
  if (layout.photometric == PHOTOMETRIC_MINISWHITE) map.decode = {{1.0, 0.0}};
  *page = ToPageImage(std::move(samples), map);
  return true;
}

struct FreeRaster {
  void operator()(std::uint32_t* raster) const { _TIFFfree(raster); }
};

// libtiff has multiplied the colours by alpha; what is left is white paper.
std::uint8_t OnWhite(std::uint32_t value, std::uint32_t alpha) {
  return static_cast<std::uint8_t>(std::min(255U, value + 255U - alpha));
}

bool ReadAnything(tiff* file, PageImage* page) {
  const auto width = static_cast<std::uint32_t>(page->width_px);
  const auto height = static_cast<std::uint32_t>(page->height_px);
  const std::size_t count = std::size_t{width} * height;
  const std::unique_ptr<std::uint32_t, FreeRaster> raster(
      static_cast<std::uint32_t*>(
          _TIFFmalloc(static_cast<tmsize_t>(count * sizeof(std::uint32_t)))));
  constexpr int kStopAtErrors = 1;
  if (raster == nullptr ||
      TIFFReadRGBAImageOriented(file, width, height, raster.get(),
                                ORIENTATION_TOPLEFT, kStopAtErrors) == 0) {
    return false;
  }
  page->format = PixelFormat::kRgb24;
  page->pixels.resize(3 * count);
  std::uint8_t* to = page->pixels.data();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t pixel = raster.get()[i];
    *to++ = OnWhite(TIFFGetR(pixel), TIFFGetA(pixel));
    *to++ = OnWhite(TIFFGetG(pixel), TIFFGetA(pixel));
    *to++ = OnWhite(TIFFGetB(pixel), TIFFGetA(pixel));
  }
  return true;
}

}  // namespace

bool ReadTiffPixels(tiff* file, PageImage* page) {
  const Layout layout = ReadLayout(file);
  if (HasPlainRows(file, layout)) return ReadRows(file, layout, page);
  if (!ReadAnything(file, page)) return false;
  DropNeutralColour(page);
  page->bilevel =
      layout.bits == 1 && layout.components == 1 && IsBlackAndWhite(*page);
  return true;
}

}  // namespace donthu
