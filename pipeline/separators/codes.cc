#include "pipeline/separators/codes.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>

namespace donthu {
namespace {

constexpr int kLevelQ = 6;  // of 0 to 8, as the writer counts

Result<CodeModules> Drawn(ZXing::BarcodeFormat format,
                          std::string_view text) try {
  ZXing::MultiFormatWriter writer(format);
  writer.setMargin(0);
  writer.setEccLevel(kLevelQ);
  const ZXing::BitMatrix matrix = writer.encode(std::string(text), 0, 0);
  CodeModules modules{matrix.width(), matrix.height(), {}};
  for (int y = 0; y < modules.height; ++y) {
    for (int x = 0; x < modules.width; ++x) {
      modules.dark.push_back(matrix.get(x, y));
    }
  }
  return modules;
} catch (const std::exception&) {
  return Fail(ErrorCode::kInternal, "code", "The text cannot be drawn.");
}

}  // namespace

Result<CodeModules> QrCodeOf(std::string_view text) {
  return Drawn(ZXing::BarcodeFormat::QRCode, text);
}

Result<CodeModules> Code128Of(std::string_view text) {
  return Drawn(ZXing::BarcodeFormat::Code128, text);
}

}  // namespace donthu
