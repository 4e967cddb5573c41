#include "tests/bench/composed_pages.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "samples/conditions/plane.h"
#include "samples/conditions/raster.h"
#include "samples/conditions/scan.h"
#include "samples/kinds/sheets.h"
#include "samples/paper/layout.h"
#include "stages/load/load.h"

namespace donthu::bench {
namespace {

namespace fs = std::filesystem;
using samples::Rng;

constexpr double kDpi = 300.0;
constexpr int kWidthPx = 2480;
constexpr int kHeightPx = 3508;
constexpr int kMarginPx = 120;
constexpr double kLineInches = 6.7;

std::size_t At(const PageImage& image, int x, int y) {
  return static_cast<std::size_t>(y) *
             static_cast<std::size_t>(image.width_px) +
         static_cast<std::size_t>(x);
}

PageImage White(int width_px, int height_px) {
  PageImage page;
  page.width_px = width_px;
  page.height_px = height_px;
  page.dpi_x = page.dpi_y = kDpi;
  page.pixels.assign(
      static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px),
      255);
  return page;
}

Result<PageImage> LoadImage(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return Fail(ErrorCode::kFileUnreadable, file.filename().string(),
                "It could not be opened.");
  }
  const Load load{LoadLimits()};
  const auto document = load.Open(descriptor);
  ::close(descriptor);
  if (!document) return Fail(document.error());
  return load.Run({**document, 1});
}

void WhitenPaper(PageImage& gray) {
  std::vector<std::uint8_t> sorted = gray.pixels;
  const auto paper =
      sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), paper, sorted.end());
  const double tone = std::max<int>(1, *paper);
  for (std::uint8_t& sample : gray.pixels) {
    sample = samples::Clamped(sample * 255.0 / tone);
  }
}

// As it would be at the resolution of the page, and `size` times as large.
PageImage Scaled(const PageImage& line, double size) {
  const double factor = size * kDpi / line.dpi_x;
  return samples::Warped(line, samples::Scaling(factor, factor),
                         static_cast<int>(line.width_px * factor),
                         static_cast<int>(line.height_px * factor),
                         [](int, int) { return samples::Rgb{}; });
}

// Ink over ink; what does not fit is cut off.
void Paste(PageImage& page, const PageImage& line, int left, int top,
           int most_width) {
  const int right =
      std::min({left + line.width_px, left + most_width, page.width_px});
  for (int y = std::max(0, top);
       y < std::min(top + line.height_px, page.height_px); ++y) {
    for (int x = std::max(0, left); x < right; ++x) {
      std::uint8_t& pixel = page.pixels[At(page, x, y)];
      const int ink = line.pixels[At(line, x - left, y - top)];
      pixel = static_cast<std::uint8_t>(pixel * ink / 255);
    }
  }
}

}  // namespace

Result<std::vector<PageImage>> RealLines(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".jpg") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) {
    return Fail(ErrorCode::kFileUnreadable, "handwriting",
                "The folder holds no line.");
  }
  std::vector<PageImage> lines;
  for (const fs::path& file : files) {
    const auto image = LoadImage(file);
    if (!image) return Fail(image.error());
    PageImage gray = samples::ToGray(*image);
    WhitenPaper(gray);
    gray.dpi_x = gray.dpi_y = gray.width_px / kLineInches;
    lines.push_back(std::move(gray));
  }
  return lines;
}

PageImage LinePage(const PageImage& line) {
  PageImage page =
      White(line.width_px + 2 * kMarginPx, line.height_px + 2 * kMarginPx);
  page.dpi_x = page.dpi_y = line.dpi_x;
  Paste(page, line, kMarginPx, kMarginPx, line.width_px);
  return page;
}

PageImage HandPage(const std::vector<PageImage>& lines, Rng rng) {
  PageImage page = White(kWidthPx, kHeightPx);
  const int count = rng.Whole(10, 18);
  const double factor = rng.Between(0.75, 1.05);
  int top = rng.Whole(150, 400);
  for (int i = 0; i < count; ++i) {
    const PageImage line = Scaled(AnyOf(lines, rng), factor);
    Paste(page, line, rng.Whole(150, 260), top, kWidthPx);
    top += line.height_px + rng.Whole(10, 60);
  }
  return samples::ScanFlat(page, samples::Colour::kGray, rng.Fork("scan"))
      .image;
}

Result<PageImage> FormPage(const samples::SampleLetter& letter,
                           const std::vector<PageImage>& lines, Rng rng) {
  samples::PageStyle style;
  style.line_height = rng.Between(1.7, 2.0);
  const auto laid = samples::LayOut(letter, style, letter.typeface);
  if (!laid) return Fail(laid.error());
  const samples::LaidPage& page = laid->pages.front();
  const samples::WordInks form = samples::FormOf(page);
  samples::WordInks type = form;
  std::replace(type.begin(), type.end(), samples::DrawnBy::kPen,
               samples::DrawnBy::kNobody);
  const auto printed =
      samples::InkedSheet(*laid, page, type, samples::PenStyle(), kDpi, rng);
  if (!printed) return Fail(printed.error());
  PageImage sheet = samples::ToGray(*printed);
  const double factor = rng.Between(0.6, 0.75);
  for (const samples::BoxPt& place : samples::PenPlaces(page, form)) {
    const PageImage line = Scaled(AnyOf(lines, rng), factor);
    const auto pixels = [](double pt) {
      return static_cast<int>(std::lround(pt * kDpi / 72.0));
    };
    Paste(sheet, line, pixels(place.left),
          pixels(place.bottom) - line.height_px * 7 / 10,
          pixels(place.right - place.left));
  }
  return samples::ScanFlat(sheet, samples::Colour::kGray, rng.Fork("scan"))
      .image;
}

}  // namespace donthu::bench
