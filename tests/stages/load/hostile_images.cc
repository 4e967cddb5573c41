#include "tests/stages/load/hostile_images.h"

#include <tiff.h>
#include <zlib.h>

#include <cstddef>
#include <stdexcept>

namespace donthu {
namespace {

constexpr std::uint16_t kLong = 4;

std::string BigEndian(unsigned value) {
  std::string bytes;
  for (unsigned shift = 32; shift != 0; shift -= 8) {
    bytes += static_cast<char>((value >> (shift - 8)) & 255U);
  }
  return bytes;
}

std::string PngChunk(const std::string& type, const std::string& data) {
  const std::string summed = type + data;
  const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(summed.data()),
                           static_cast<uInt>(summed.size()));
  return BigEndian(static_cast<unsigned>(data.size())) + summed +
         BigEndian(static_cast<unsigned>(sum));
}

std::string LittleEndian(std::uint32_t value, unsigned bytes) {
  std::string text;
  for (unsigned i = 0; i < bytes; ++i) {
    text += static_cast<char>((value >> (8 * i)) & 255U);
  }
  return text;
}

// Overwrites what stands `skip` bytes after the mark.
void Patch(const std::string& mark, std::size_t skip, const std::string& with,
           std::string* bytes) {
  const auto at = bytes->find(mark);
  if (at == std::string::npos) throw std::runtime_error("no such mark");
  bytes->replace(at + mark.size() + skip, with.size(), with);
}

}  // namespace

std::string PngHead(unsigned width_px, unsigned height_px) {
  const std::string gray_8_bits("\x08\x00\x00\x00\x00", 5);
  return "\x89PNG\r\n\x1a\n" +
         PngChunk("IHDR",
                  BigEndian(width_px) + BigEndian(height_px) + gray_8_bits) +
         PngChunk("IDAT", "") + PngChunk("IEND", "");
}

std::string TiffOfFields(const std::vector<TiffField>& fields,
                         std::uint32_t next) {
  std::string file = std::string("II*\0", 4) + LittleEndian(8, 4) +
                     LittleEndian(static_cast<std::uint32_t>(fields.size()), 2);
  for (const TiffField& field : fields) {
    file += LittleEndian(field.tag, 2) + LittleEndian(kLong, 2) +
            LittleEndian(field.count, 4) + LittleEndian(field.value, 4);
  }
  return file + LittleEndian(next, 4) + std::string(64, '\0');
}

std::vector<TiffField> GrayFields(std::uint32_t width_px,
                                  std::uint32_t height_px) {
  return {{TIFFTAG_IMAGEWIDTH, 1, width_px},
          {TIFFTAG_IMAGELENGTH, 1, height_px},
          {TIFFTAG_BITSPERSAMPLE, 1, 8},
          {TIFFTAG_COMPRESSION, 1, COMPRESSION_NONE},
          {TIFFTAG_PHOTOMETRIC, 1, PHOTOMETRIC_MINISBLACK},
          {TIFFTAG_STRIPOFFSETS, 1, 8},
          {TIFFTAG_SAMPLESPERPIXEL, 1, 1},
          {TIFFTAG_ROWSPERSTRIP, 1, height_px},
          {TIFFTAG_STRIPBYTECOUNTS, 1, width_px * height_px}};
}

std::string WithJpegSize(std::string jpeg, unsigned width_px,
                         unsigned height_px) {
  const std::string size =
      BigEndian(height_px).substr(2) + BigEndian(width_px).substr(2);
  Patch("\xff\xc0", 3, size, &jpeg);
  return jpeg;
}

std::string WithJp2Size(std::string jp2, unsigned width_px,
                        unsigned height_px) {
  Patch("ihdr", 0, BigEndian(height_px) + BigEndian(width_px), &jp2);
  const std::string size = BigEndian(width_px) + BigEndian(height_px);
  // The image, its offset, its one tile.
  Patch("\xff\x4f\xff\x51", 4, size + std::string(8, '\0') + size, &jp2);
  return jp2;
}

}  // namespace donthu
