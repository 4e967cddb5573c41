// Page images to the bytes of a file, in every format that comes in.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/page_image.h"
#include "models/result.h"

namespace donthu::samples {

enum class FileFormat {
  kPdfJpeg,   // one DCT image a page, gray or colour as the scan is
  kPdfG4,     // one CCITT Group 4 image a page
  kPdfFlate,  // one Flate image a page
  kPdfJpx,    // one JPEG 2000 image a page
  kTiffG4,
  kTiffLzw,
  kTiffDeflate,
  kTiffJpeg,
  kJpeg,
  kJpegExif,  // pixels lie turned, the EXIF orientation sets them upright
  kPng,
  kPng1,  // one bit
  kWebp,
  kJp2,
  kHeic,
};

struct FormatRow {
  FileFormat format;
  std::string_view name;
  std::string_view extension;
  int max_pages;  // 1: no room for a second page
};
inline constexpr int kManyPages = 1000;
inline constexpr std::array<FormatRow, 15> kFormats = {{
    {FileFormat::kPdfJpeg, "pdf_jpeg", "pdf", kManyPages},
    {FileFormat::kPdfG4, "pdf_g4", "pdf", kManyPages},
    {FileFormat::kPdfFlate, "pdf_flate", "pdf", kManyPages},
    {FileFormat::kPdfJpx, "pdf_jpx", "pdf", kManyPages},
    {FileFormat::kTiffG4, "tiff_g4", "tif", kManyPages},
    {FileFormat::kTiffLzw, "tiff_lzw", "tif", kManyPages},
    {FileFormat::kTiffDeflate, "tiff_deflate", "tif", kManyPages},
    {FileFormat::kTiffJpeg, "tiff_jpeg", "tif", kManyPages},
    {FileFormat::kJpeg, "jpeg", "jpg", 1},
    {FileFormat::kJpegExif, "jpeg_exif", "jpg", 1},
    {FileFormat::kPng, "png", "png", 1},
    {FileFormat::kPng1, "png1", "png", 1},
    {FileFormat::kWebp, "webp", "webp", 1},
    {FileFormat::kJp2, "jp2", "jp2", 1},
    {FileFormat::kHeic, "heic", "heic", 1},
}};

const FormatRow& RowOf(FileFormat format);
const FormatRow* FindFormat(std::string_view name);  // null: unknown

// Needs at least one page, and no more than the format holds. The same
// pages give the same bytes with the same libraries. `quality` from 1 to 100,
// for formats that lose.
//
// Fails with kFormatUnsupported where an encoder is not installed, and with
// kInternal where one refuses.
Result<std::string> EncodeFile(FileFormat format,
                               const std::vector<PageImage>& pages,
                               int quality);

}  // namespace donthu::samples
