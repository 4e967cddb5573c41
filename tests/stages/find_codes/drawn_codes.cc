#include "tests/stages/find_codes/drawn_codes.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <cstddef>

namespace donthu {
namespace {

void Fill(PageImage& page, const BoxPx& box, std::uint8_t value) {
  const BoxPx inside = Intersection(box, {0, 0, page.width_px, page.height_px});
  for (int y = inside.top_px; y < inside.bottom_px; ++y) {
    for (int x = inside.left_px; x < inside.right_px; ++x) {
      page.pixels[static_cast<std::size_t>(y) *
                      static_cast<std::size_t>(page.width_px) +
                  static_cast<std::size_t>(x)] = value;
    }
  }
}

}  // namespace

PageImage TextPage() {
  PageImage page;
  page.width_px = 2480;
  page.height_px = 3508;
  page.dpi_x = page.dpi_y = 300;
  page.pixels.assign(std::size_t{2480} * 3508, 250);
  unsigned chance = 7;
  for (int line = 250; line < 3200; line += 68) {
    for (int x = 300; x < 2250; x += 24) {
      chance = chance * 1664525U + 1013904223U;
      if ((chance >> 24U) % 6 == 0) continue;  // between words
      // Two stems and a bar of a letter; now and then a mark above.
      Fill(page, {x, line, x + 5, line + 30}, 30);
      Fill(page, {x + 12, line, x + 17, line + 30}, 30);
      Fill(page, {x, line + 12, x + 17, line + 16}, 30);
      if ((chance >> 20U) % 3 == 0) {
        Fill(page, {x + 5, line - 14, x + 11, line - 8}, 30);
      }
    }
  }
  return page;
}

BoxPx DrawCode(const std::string& format, const std::string& text,
               PointPx left_top, int module_px, int bar_px, PageImage& page) {
  ZXing::MultiFormatWriter writer(ZXing::BarcodeFormatFromString(format));
  writer.setMargin(0);
  const ZXing::BitMatrix matrix = writer.encode(text, 0, 0);
  const bool bars = matrix.height() == 1;
  const int down_px = bars ? bar_px : module_px;
  const int left = static_cast<int>(left_top.x_px);
  const int top = static_cast<int>(left_top.y_px);
  const BoxPx box{left, top, left + matrix.width() * module_px,
                  top + matrix.height() * down_px};
  const int quiet = 10 * module_px;
  Fill(page,
       {box.left_px - quiet, box.top_px - quiet, box.right_px + quiet,
        box.bottom_px + quiet},
       250);
  for (int y = 0; y < matrix.height(); ++y) {
    for (int x = 0; x < matrix.width(); ++x) {
      if (!matrix.get(x, y)) continue;
      Fill(page,
           {left + x * module_px, top + y * down_px, left + (x + 1) * module_px,
            top + (y + 1) * down_px},
           30);
    }
  }
  return box;
}

}  // namespace donthu
