#include "stages/load/format.h"

#include <algorithm>
#include <array>
#include <string>

#include "stages/load/refused_format.h"

namespace donthu {
namespace {

using std::string_view_literals::operator""sv;

struct Magic {
  std::string_view bytes;
  FileFormat format;
};

constexpr std::array kMagics = {
    Magic{"\xff\xd8\xff"sv, FileFormat::kJpeg},
    Magic{"\x89PNG\r\n\x1a\n"sv, FileFormat::kPng},
    Magic{"II*\0"sv, FileFormat::kTiff},
    Magic{"MM\0*"sv, FileFormat::kTiff},
    Magic{"II+\0"sv, FileFormat::kTiff},
    Magic{"MM\0+"sv, FileFormat::kTiff},
    Magic{"\0\0\0\x0cjP  \r\n\x87\n"sv, FileFormat::kJpeg2000},
    Magic{"\xff\x4f\xff\x51"sv, FileFormat::kJpeg2000},
};

// Brands of ISO 14496-12 files that hold still pictures.
constexpr std::array kHeifBrands = {"heic"sv, "heix"sv, "heim"sv,
                                    "heis"sv, "hevc"sv, "hevx"sv,
                                    "mif1"sv, "msf1"sv, "avif"sv};

bool IsHeif(std::string_view text) {
  return text.size() >= 12 && text.substr(4, 4) == "ftyp" &&
         std::ranges::find(kHeifBrands, text.substr(8, 4)) != kHeifBrands.end();
}

bool IsWebp(std::string_view text) {
  return text.starts_with("RIFF") && text.size() >= 12 &&
         text.substr(8, 4) == "WEBP";
}

// Readers accept a header that begins within the first 1024 bytes (PDF 32000,
// annex H.3.4.1).
bool IsPdf(std::string_view text) {
  return text.substr(0, 1024 + 5).find("%PDF-") != std::string_view::npos;
}

}  // namespace

Result<FileFormat> DetectFormat(Bytes bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()),
                              bytes.size());
  for (const Magic& magic : kMagics) {
    if (text.starts_with(magic.bytes)) return magic.format;
  }
  if (IsHeif(text)) return FileFormat::kHeif;
  if (IsWebp(text)) return FileFormat::kWebp;
  if (!IsContainer(text) && IsPdf(text)) return FileFormat::kPdf;
  return Fail(ErrorCode::kFormatUnsupported, "file", DescribeRefused(text));
}

std::string_view MediaTypeOf(FileFormat format) {
  switch (format) {
    case FileFormat::kPdf:
      return "application/pdf";
    case FileFormat::kTiff:
      return "image/tiff";
    case FileFormat::kJpeg:
      return "image/jpeg";
    case FileFormat::kPng:
      return "image/png";
    case FileFormat::kWebp:
      return "image/webp";
    case FileFormat::kJpeg2000:
      return "image/jp2";
    case FileFormat::kHeif:
      return "image/heic";
  }
  return "application/octet-stream";
}

}  // namespace donthu
