#include "stages/archive/packed_pixels.h"

#include <string_view>
#include <vector>

#include "stages/archive/flate.h"

namespace donthu {
namespace {

using Buffer = std::vector<std::uint8_t>;

Buffer Bits(const PageImage& image) {
  const auto width = static_cast<std::size_t>(image.width_px);
  const auto height = static_cast<std::size_t>(image.height_px);
  const std::size_t row_bytes = (width + 7) / 8;
  Buffer bits(row_bytes * height, 0);
  for (std::size_t y = 0; y < height; ++y) {
    const std::uint8_t* row = image.pixels.data() + y * width;
    for (std::size_t x = 0; x < width; ++x) {
      if (row[x] < 128) continue;
      bits[y * row_bytes + x / 8] = static_cast<std::uint8_t>(
          bits[y * row_bytes + x / 8] | 0x80U >> x % 8);
    }
  }
  return bits;
}

// PNG's filter type 2 before each row (PNG, 2nd edition, 9.2).
Buffer Differences(const PageImage& image) {
  constexpr std::uint8_t kUp = 2;
  const std::size_t row_bytes =
      static_cast<std::size_t>(image.width_px) *
      static_cast<std::size_t>(BytesPerPixel(image.format));
  const auto height = static_cast<std::size_t>(image.height_px);
  Buffer rows;
  rows.reserve((row_bytes + 1) * height);
  for (std::size_t y = 0; y < height; ++y) {
    rows.push_back(kUp);
    const std::uint8_t* row = image.pixels.data() + y * row_bytes;
    for (std::size_t x = 0; x < row_bytes; ++x) {
      const int above = y == 0 ? 0 : row[x - row_bytes];
      rows.push_back(static_cast<std::uint8_t>(row[x] - above));
    }
  }
  return rows;
}

}  // namespace

Result<EncodedPage> PackedPixels(const PageImage& image) {
  const bool bilevel = image.bilevel && image.format == PixelFormat::kGray8;
  const Buffer rows = bilevel ? Bits(image) : Differences(image);
  const auto packed =
      Deflated({reinterpret_cast<const char*>(rows.data()), rows.size()});
  if (!packed) return Fail(packed.error());
  EncodedPage page;
  page.coding = PageCoding::kDeflate;
  page.bytes.assign(packed->begin(), packed->end());
  page.width_px = image.width_px;
  page.height_px = image.height_px;
  page.bits = bilevel ? 1 : 8;
  page.predictor = bilevel ? 1 : 15;
  if (image.format == PixelFormat::kRgb24) page.colour = PageColour::kRgb;
  return page;
}

}  // namespace donthu
