#include "tests/pipeline/made_scans.h"

#include <algorithm>

#include "tests/stages/load/made_files.h"
#include "tests/stages/load/made_pdf.h"

namespace donthu {
namespace {

constexpr int kDpi = 150;

}  // namespace

PageImage MadePage(int number, Mark mark) {
  PageImage page;
  page.width_px = WidthOf(mark);
  page.height_px = kLetterHeightPx;
  page.dpi_x = page.dpi_y = kDpi;
  page.bilevel = true;
  const auto width = static_cast<std::size_t>(page.width_px);
  page.pixels.assign(width * kLetterHeightPx, 255);
  for (std::size_t line = 0; line < 16; ++line) {
    const std::size_t inked =
        100 + (static_cast<std::size_t>(number) * 31 + line * 57) % 400;
    for (std::size_t y = 0; y < 8; ++y) {
      const std::size_t start = (60 + line * 45 + y) * width + 50;
      std::fill_n(page.pixels.begin() + static_cast<std::ptrdiff_t>(start),
                  inked, std::uint8_t{0});
    }
  }
  return page;
}

std::string PngScan(int number, Mark mark) {
  return Encoded(MadePage(number, mark), Codec::kPng);
}

std::string JpegScan(int number) {
  PageImage page = MadePage(number);
  page.bilevel = false;
  return Encoded(page, Codec::kJpeg);
}

std::string TiffScan(const std::vector<PageImage>& pages) {
  return MultipageTiff(pages);
}

std::string PdfScan(int number) {
  const PageImage page = MadePage(number);
  MadePdf pdf;
  pdf.media_box = "[0 0 288 408]";
  pdf.content = "288 0 0 408 0 0 cm /Im Do";
  pdf.image_keys = "/ColorSpace /DeviceGray /BitsPerComponent 8";
  pdf.width_px = page.width_px;
  pdf.height_px = page.height_px;
  pdf.image_data.assign(page.pixels.begin(), page.pixels.end());
  return Written(pdf);
}

std::string EncryptedPdf() { return Encrypted(PdfScan(1), "password"); }

}  // namespace donthu
