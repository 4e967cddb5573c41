#include "stages/find_codes/code_reader.h"

#define ZX_USE_UTF8 1  // the library's own switch: text() is UTF-8
#include <ZXing/ReadBarcode.h>
#include <ZXing/ZXVersion.h>

#include <algorithm>
#include <new>

namespace donthu {
namespace {

using ZXing::BarcodeFormat;

constexpr BarcodeFormat kFormats[] = {
    BarcodeFormat::QRCode,  BarcodeFormat::DataMatrix, BarcodeFormat::PDF417,
    BarcodeFormat::Code128, BarcodeFormat::Code39,     BarcodeFormat::ITF,
    BarcodeFormat::EAN13,   BarcodeFormat::EAN8,
};

// Hatching makes short codes of the kinds without a checksum.
constexpr std::size_t kLeastUncheckedText = 4;
// Rows that must agree on a code of bars.
constexpr std::uint8_t kLeastRows = 3;

ZXing::DecodeHints Hints() {
  ZXing::BarcodeFormats formats;
  for (const BarcodeFormat format : kFormats) formats |= format;
  ZXing::DecodeHints hints;
  hints.setFormats(formats);
  hints.setTryHarder(true);
  hints.setTryRotate(true);
  hints.setTryDownscale(false);
  hints.setMinLineCount(kLeastRows);
  return hints;
}

BoxPx BoxOf(const ZXing::Position& position, const PageImage& gray) {
  BoxPx box{gray.width_px, gray.height_px, 0, 0};
  for (const auto& corner : position) {
    box.left_px = std::min(box.left_px, corner.x);
    box.top_px = std::min(box.top_px, corner.y);
    box.right_px = std::max(box.right_px, corner.x + 1);
    box.bottom_px = std::max(box.bottom_px, corner.y + 1);
  }
  return Intersection(box, {0, 0, gray.width_px, gray.height_px});
}

bool IsBelievable(const ZXing::Result& result) {
  if (!result.isValid()) return false;
  const bool unchecked = result.format() == BarcodeFormat::Code39 ||
                         result.format() == BarcodeFormat::ITF;
  return result.text().size() >= (unchecked ? kLeastUncheckedText : 1);
}

}  // namespace

std::string CodeReaderVersion() {
  return std::to_string(ZXING_VERSION_MAJOR) + "." +
         std::to_string(ZXING_VERSION_MINOR) + "." +
         std::to_string(ZXING_VERSION_PATCH);
}

std::vector<BarcodeMark> ReadCodes(const PageImage& gray) try {
  const ZXing::ImageView view(gray.pixels.data(), gray.width_px, gray.height_px,
                              ZXing::ImageFormat::Lum);
  std::vector<BarcodeMark> codes;
  for (const auto& result : ZXing::ReadBarcodes(view, Hints())) {
    if (!IsBelievable(result)) continue;
    codes.push_back({ZXing::ToString(result.format()), result.text(),
                     BoxOf(result.position(), gray)});
  }
  return codes;
} catch (const std::bad_alloc&) {
  throw;  // the worker's limit, which it answers for
} catch (const std::exception&) {
  return {};  // what it stumbles over is no code
}

}  // namespace donthu
