#include "samples/formats/exif.h"

namespace donthu::samples {

std::string WithOrientation(const std::string& jpeg, int orientation) {
  // TIFF header, big endian, one entry: tag 0x0112, type SHORT, one value.
  const std::string tiff = {
      'M', 'M',  0, 42, 0, 0, 0, 8, 0, 1,
      1,   0x12, 0, 3,  0, 0, 0, 1, 0, static_cast<char>(orientation),
      0,   0,    0, 0,  0, 0};
  const std::string body = std::string("Exif\0\0", 6) + tiff;
  const std::size_t length = body.size() + 2;
  std::string segment = "\xff\xe1";
  segment += static_cast<char>(length >> 8);
  segment += static_cast<char>(length & 0xff);
  // Straight after the start of the image, before the JFIF segment.
  return jpeg.substr(0, 2) + segment + body + jpeg.substr(2);
}

}  // namespace donthu::samples
