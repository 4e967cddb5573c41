// Short pages for long runs: donthu_short_pages DIR COUNT
// COUNT pages of A5 at 150 dpi with four to six lines, no two alike, nine in
// ten as a PNG of its own, the rest as TIFF files of ten.
#include <cairo/cairo.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "tests/pipeline/made_scans.h"
#include "tests/stages/load/made_files.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kDpi = 150;
constexpr int kWidthPx = 874;  // A5 upright
constexpr int kHeightPx = 1240;
constexpr int kMarginPx = 80;
constexpr int kLinePx = 46;
constexpr double kLetterPx = 27.0;  // 13 points
constexpr int kPagesOfALongFile = 10;

std::vector<std::string> LinesOf(int number) {
  constexpr std::array kNames = {"An",    "Bình", "Cường", "Dũng", "Giang",
                                 "Hương", "Khoa", "Lan",   "Minh", "Ngọc"};
  constexpr std::array kMatters = {"thu hồi đất", "cấp giấy chứng nhận",
                                   "bồi thường",  "tiếng ồn ban đêm",
                                   "đường hỏng",  "thu phí sai"};
  const auto n = static_cast<unsigned>(number);
  const std::string name = std::string("Nguyễn Văn ") +
                           kNames[n % kNames.size()] + " " +
                           kNames[n / 10 % kNames.size()];
  std::vector<std::string> lines = {
      n % 2 == 0 ? "ĐƠN KHIẾU NẠI" : "ĐƠN KIẾN NGHỊ",
      "Kính gửi: Ủy ban nhân dân phường " + std::to_string(1 + n % 30),
      "Tôi tên là " + name + ", số nhà " + std::to_string(number),
      std::string("Về việc ") + kMatters[n / 3 % kMatters.size()] +
          " theo văn bản " + std::to_string(7 + n * 13 % 9000)};
  if (n % 3 != 0) lines.emplace_back("Tôi đề nghị xem xét và trả lời tôi.");
  if (n % 3 == 2) lines.emplace_back("Người viết đơn: " + name);
  return lines;
}

struct Destroy {
  void operator()(cairo_surface_t* surface) const {
    cairo_surface_destroy(surface);
  }
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};

PageImage Drawn(int number) {
  PageImage page;
  page.width_px = kWidthPx;
  page.height_px = kHeightPx;
  page.dpi_x = page.dpi_y = kDpi;
  const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, kWidthPx);
  std::vector<unsigned char> ink(static_cast<std::size_t>(stride) * kHeightPx);
  const std::unique_ptr<cairo_surface_t, Destroy> surface(
      cairo_image_surface_create_for_data(ink.data(), CAIRO_FORMAT_A8, kWidthPx,
                                          kHeightPx, stride));
  const std::unique_ptr<cairo_t, Destroy> pen(cairo_create(surface.get()));
  cairo_select_font_face(pen.get(), "Liberation Serif", CAIRO_FONT_SLANT_NORMAL,
                         CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(pen.get(), kLetterPx);
  int baseline = 2 * kMarginPx;
  for (const std::string& line : LinesOf(number)) {
    cairo_move_to(pen.get(), kMarginPx, baseline);
    cairo_show_text(pen.get(), line.c_str());
    baseline += kLinePx;
  }
  cairo_surface_flush(surface.get());
  for (int y = 0; y < kHeightPx; ++y) {
    const unsigned char* row =
        ink.data() + static_cast<std::ptrdiff_t>(y) * stride;
    for (int x = 0; x < kWidthPx; ++x) {
      page.pixels.push_back(static_cast<std::uint8_t>(255 - row[x]));
    }
  }
  return page;
}

// As a scanner set to text gives it.
PageImage BlackAndWhite(PageImage page) {
  page.bilevel = true;
  for (std::uint8_t& pixel : page.pixels) pixel = pixel < 128 ? 0 : 255;
  return page;
}

void Put(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void PutPages(const fs::path& folder, int count) {
  fs::create_directories(folder);
  int number = 1;
  for (; number <= count - count / 10; ++number) {
    Put(folder / (std::to_string(number) + ".png"),
        Encoded(Drawn(number), Codec::kPng));
  }
  while (number <= count) {
    std::vector<PageImage> pages;
    while (number <= count && pages.size() < kPagesOfALongFile) {
      pages.push_back(BlackAndWhite(Drawn(number++)));
    }
    Put(folder / ("long " + std::to_string(number) + ".tif"), TiffScan(pages));
  }
}

}  // namespace
}  // namespace donthu::bench

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: donthu_short_pages DIR COUNT\n", stderr);
    return 2;
  }
  donthu::bench::PutPages(argv[1], std::atoi(argv[2]));
  return 0;
}
