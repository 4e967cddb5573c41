// Images that claim more than they hold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace donthu {

// The head of a PNG file of that size, and nothing else; its sums are right.
std::string PngHead(unsigned width_px, unsigned height_px);

struct TiffField {
  std::uint16_t tag = 0;
  std::uint32_t count = 1;
  std::uint32_t value = 0;
};
// A little-endian TIFF whose one directory, at byte 8, is followed by 64 zeros;
// every field is a LONG. `next` is the offset of a further directory.
std::string TiffOfFields(const std::vector<TiffField>& fields,
                         std::uint32_t next = 0);
// 8-bit gray of that size in one strip.
std::vector<TiffField> GrayFields(std::uint32_t width_px,
                                  std::uint32_t height_px);

// A JPEG, JPEG 2000 file with another size in its frame header; at most 65,500
// a side.
std::string WithJpegSize(std::string jpeg, unsigned width_px,
                         unsigned height_px);
std::string WithJp2Size(std::string jp2, unsigned width_px, unsigned height_px);

}  // namespace donthu
