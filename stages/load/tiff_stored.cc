#include "stages/load/tiff_stored.h"

#include <tiffio.h>

#include <cstdint>
#include <vector>

namespace donthu {
namespace {

struct Tags {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint16_t bits = 1;
  std::uint16_t components = 1;
  std::uint16_t compression = COMPRESSION_NONE;
  std::uint16_t planar = PLANARCONFIG_CONTIG;
  std::uint16_t photometric = PHOTOMETRIC_PALETTE;
  std::uint16_t predictor = PREDICTOR_NONE;
  std::uint16_t fill_order = FILLORDER_MSB2LSB;
  std::uint16_t format = SAMPLEFORMAT_UINT;
};

bool IsDeflate(std::uint16_t compression) {
  return compression == COMPRESSION_ADOBE_DEFLATE ||
         compression == COMPRESSION_DEFLATE;
}

Tags ReadTags(tiff* file) {
  Tags tags;
  TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &tags.width);
  TIFFGetField(file, TIFFTAG_IMAGELENGTH, &tags.height);
  TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &tags.bits);
  TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &tags.components);
  TIFFGetFieldDefaulted(file, TIFFTAG_COMPRESSION, &tags.compression);
  TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &tags.planar);
  TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &tags.photometric);
  TIFFGetFieldDefaulted(file, TIFFTAG_FILLORDER, &tags.fill_order);
  TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLEFORMAT, &tags.format);
  if (IsDeflate(tags.compression)) {
    TIFFGetField(file, TIFFTAG_PREDICTOR, &tags.predictor);
  }
  return tags;
}

bool IsGray(const Tags& tags) {
  return tags.components == 1 && (tags.photometric == PHOTOMETRIC_MINISBLACK ||
                                  tags.photometric == PHOTOMETRIC_MINISWHITE);
}

bool IsGroup4(const Tags& tags) {
  return tags.compression == COMPRESSION_CCITTFAX4 && tags.bits == 1 &&
         IsGray(tags);
}

bool IsPlainDeflate(const Tags& tags) {
  const bool rgb = tags.components == 3 && tags.bits == 8 &&
                   tags.photometric == PHOTOMETRIC_RGB;
  const bool gray = IsGray(tags) && (tags.bits == 1 || tags.bits == 8);
  const bool known = tags.predictor == PREDICTOR_NONE ||
                     (tags.predictor == PREDICTOR_HORIZONTAL && tags.bits == 8);
  return IsDeflate(tags.compression) && (rgb || gray) && known;
}

}  // namespace

EncodedPage StoredStrip(tiff* file, std::size_t file_bytes) {
  EncodedPage page;
  const Tags tags = ReadTags(file);
  if (TIFFIsTiled(file) != 0 || TIFFNumberOfStrips(file) != 1 ||
      tags.planar != PLANARCONFIG_CONTIG || tags.format != SAMPLEFORMAT_UINT ||
      (!IsGroup4(tags) && !IsPlainDeflate(tags))) {
    return page;
  }
  const std::uint64_t count = TIFFGetStrileByteCount(file, 0);
  if (count == 0 || count > file_bytes) return page;
  page.bytes.resize(count);
  if (TIFFReadRawStrip(file, 0, page.bytes.data(),
                       static_cast<tmsize_t>(count)) !=
      static_cast<tmsize_t>(count)) {
    return EncodedPage();
  }
  if (tags.fill_order == FILLORDER_LSB2MSB) {
    TIFFReverseBits(page.bytes.data(), static_cast<tmsize_t>(count));
  }
  page.width_px = static_cast<int>(tags.width);
  page.height_px = static_cast<int>(tags.height);
  page.bits = tags.bits;
  if (tags.components == 3) page.colour = PageColour::kRgb;
  if (IsGroup4(tags)) {
    page.coding = PageCoding::kGroup4;
    page.black_is_1 = tags.photometric == PHOTOMETRIC_MINISBLACK;
  } else {
    page.coding = PageCoding::kDeflate;
    page.predictor = tags.predictor;
    page.inverted = tags.photometric == PHOTOMETRIC_MINISWHITE;
  }
  return page;
}

}  // namespace donthu
