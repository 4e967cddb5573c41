#include "samples/formats/file_format.h"

#include <utility>

#include "samples/conditions/raster.h"
#include "samples/formats/exif.h"
#include "samples/formats/heic.h"
#include "samples/formats/pdf.h"
#include "samples/formats/pix_codec.h"

namespace donthu::samples {
namespace {

// What a phone without a resolution is printed at.
constexpr double kAssumedDpi = 270.0;
// Set upright by a quarter turn clockwise.
constexpr int kOrientation = 6;

PdfImage PageOf(const PageImage& page) {
  const double dpi_x = page.dpi_x > 0.0 ? page.dpi_x : kAssumedDpi;
  const double dpi_y = page.dpi_y > 0.0 ? page.dpi_y : kAssumedDpi;
  PdfImage image;
  image.width_px = page.width_px;
  image.height_px = page.height_px;
  image.components = BytesPerPixel(page.format);
  image.width_pt = page.width_px * 72.0 / dpi_x;
  image.height_pt = page.height_px * 72.0 / dpi_y;
  return image;
}

Status FillFlate(const PageImage& page, PdfImage& image) {
  image.bytes.assign(page.pixels.begin(), page.pixels.end());
  return Done{};
}

Status FillG4(const PageImage& page, PdfImage& image) {
  auto stream = EncodeG4(page);
  if (!stream) return Fail(stream.error());
  image.bytes = std::move(stream->bytes);
  image.filter = "/CCITTFaxDecode";
  image.bits = 1;
  image.components = 1;
  image.black_is_one = stream->black_is_one;
  return Done{};
}

Status FillCoded(const PageImage& page, ImageCodec codec, int quality,
                 PdfImage& image) {
  auto bytes = EncodeImage(page, codec, quality);
  if (!bytes) return Fail(bytes.error());
  image.bytes = std::move(*bytes);
  image.filter = codec == ImageCodec::kJpeg ? "/DCTDecode" : "/JPXDecode";
  return Done{};
}

Status Fill(FileFormat format, const PageImage& page, int quality,
            PdfImage& image) {
  if (format == FileFormat::kPdfFlate) return FillFlate(page, image);
  if (format == FileFormat::kPdfG4) return FillG4(page, image);
  return FillCoded(
      page,
      format == FileFormat::kPdfJpx ? ImageCodec::kJp2 : ImageCodec::kJpeg,
      quality, image);
}

Result<std::string> EncodePdf(FileFormat format,
                              const std::vector<PageImage>& pages,
                              int quality) {
  std::vector<PdfImage> images;
  for (const PageImage& page : pages) {
    images.push_back(PageOf(page));
    const auto filled = Fill(format, page, quality, images.back());
    if (!filled) return Fail(filled.error());
  }
  return WritePdf(images);
}

Result<std::string> EncodeExif(const PageImage& page, int quality) {
  const auto jpeg = EncodeImage(Turned(page, 270), ImageCodec::kJpeg, quality);
  if (!jpeg) return Fail(jpeg.error());
  return WithOrientation(*jpeg, kOrientation);
}

}  // namespace

const FormatRow& RowOf(FileFormat format) {
  return kFormats[static_cast<std::size_t>(format)];
}

const FormatRow* FindFormat(std::string_view name) {
  for (const FormatRow& row : kFormats) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

Result<std::string> EncodeFile(FileFormat format,
                               const std::vector<PageImage>& pages,
                               int quality) {
  const FormatRow& row = RowOf(format);
  if (pages.empty() || static_cast<int>(pages.size()) > row.max_pages) {
    return Fail(ErrorCode::kInternal, std::string(row.name),
                "The format does not hold this number of pages.");
  }
  switch (format) {
    case FileFormat::kTiffG4:
      return EncodeTiff(pages, TiffCodec::kG4);
    case FileFormat::kTiffLzw:
      return EncodeTiff(pages, TiffCodec::kLzw);
    case FileFormat::kTiffDeflate:
      return EncodeTiff(pages, TiffCodec::kDeflate);
    case FileFormat::kTiffJpeg:
      return EncodeTiff(pages, TiffCodec::kJpeg);
    case FileFormat::kJpeg:
      return EncodeImage(pages.front(), ImageCodec::kJpeg, quality);
    case FileFormat::kJpegExif:
      return EncodeExif(pages.front(), quality);
    case FileFormat::kPng:
      return EncodeImage(pages.front(), ImageCodec::kPng, quality);
    case FileFormat::kPng1:
      return EncodeImage(pages.front(), ImageCodec::kPng1, quality);
    case FileFormat::kWebp:
      return EncodeImage(pages.front(), ImageCodec::kWebp, quality);
    case FileFormat::kJp2:
      return EncodeImage(pages.front(), ImageCodec::kJp2, quality);
    case FileFormat::kHeic:
      return EncodeHeic(pages.front(), quality);
    default:
      return EncodePdf(format, pages, quality);
  }
}

}  // namespace donthu::samples
