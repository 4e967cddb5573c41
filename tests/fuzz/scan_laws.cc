#include "tests/fuzz/scan_laws.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "pipeline/files.h"
#include "pipeline/page_png.h"
#include "stages/load/load.h"
#include "stages/prepare/prepare.h"
#include "tests/fuzz/law.h"

namespace donthu {
namespace {

// Small, so that a run tries many files; a page of A4 at 150 dpi fits.
constexpr LoadLimits kLimits = {50, 2'500'000};
constexpr int kHalfLevel = 9;  // of the sixteen of a page image, rounded up

void CheckRefusal(const Error& error) {
  Law(!IsSystemFault(error), "a file is never the system's fault");
  Law(!error.detail.empty(), "a refusal says what to do");
}

bool IsBilevel(const PageImage& page) {
  return std::ranges::all_of(page.pixels, [](std::uint8_t sample) {
    return sample == 0 || sample == 255;
  });
}

bool IsDpi(double dpi) {
  return dpi == 0.0 || (std::isfinite(dpi) && dpi > 0.0 && dpi < 1e5);
}

void CheckPixels(const PageImage& page) {
  Law(page.width_px > 0 && page.height_px > 0, "a page has pixels");
  const auto count = static_cast<std::size_t>(page.width_px) *
                     static_cast<std::size_t>(page.height_px);
  Law(page.pixels.size() ==
          count * static_cast<std::size_t>(BytesPerPixel(page.format)),
      "a page has as many pixels as it says");
  Law(IsDpi(page.dpi_x) && IsDpi(page.dpi_y), "a resolution is believable");
  Law(!page.bilevel || (page.format == PixelFormat::kGray8 && IsBilevel(page)),
      "a bilevel page is black and white");
}

// The page image as a person sees it: each sample at the nearest level.
void CheckPageImage(const PageImage& page) {
  const auto file = MemoryFile();
  Law(static_cast<bool>(file), "there is memory for a page image");
  Law(static_cast<bool>(WritePagePng(page, file->get())),
      "every clean page can be written");
  const Load load(LoadLimits{1, INT32_MAX});
  const auto document = load.Open(file->get());
  Law(static_cast<bool>(document), "a page image can be opened");
  const auto read = load.Run({**document, 1});
  Law(read && read->width_px == page.width_px &&
          read->height_px == page.height_px &&
          read->format == PixelFormat::kGray8,
      "a page image has the size of its page");
  const bool near =
      std::equal(page.pixels.begin(), page.pixels.end(), read->pixels.begin(),
                 [&](int a, int b) {
                   return page.bilevel ? a == b : std::abs(a - b) <= kHalfLevel;
                 });
  Law(near, "a page image looks like its page");
}

void CheckPrepared(const PageImage& page, int rotation_deg) {
  const auto clean = Prepare().Run({page, rotation_deg});
  Law(static_cast<bool>(clean), "every page can be prepared");
  CheckPixels(clean->image);
  Law(clean->image.format == PixelFormat::kGray8, "a clean page is gray");
  const PointPx centre =
      Apply(clean->to_source,
            {clean->image.width_px / 2.0, clean->image.height_px / 2.0});
  Law(centre.x_px >= 0.0 && centre.x_px <= page.width_px &&
          centre.y_px >= 0.0 && centre.y_px <= page.height_px,
      "the middle of a clean page lies on the scan");
  CheckPageImage(clean->image);
}

void CheckPage(const Load& load, const Document& document, int number) {
  const auto page = load.Run({document, number});
  if (!page) return CheckRefusal(page.error());
  CheckPixels(*page);
  Law(std::int64_t{page->width_px} * page->height_px <= kLimits.max_pixels,
      "a page keeps to the limit");
  if (number == 1) CheckPrepared(*page, page->width_px % 4 * 90);
}

}  // namespace

void CheckScan(std::string_view bytes) {
  const auto file = MemoryFileOf(bytes);
  Law(static_cast<bool>(file), "there is memory for a scan");
  const Load load(kLimits);
  const auto document = load.Open(file->get());
  if (!document) return CheckRefusal(document.error());
  const int pages = (*document)->PageCount();
  Law(pages >= 1 && pages <= kLimits.max_pages, "the limit of pages is kept");
  Law(!(*document)->MediaType().empty(), "what was opened has a type");
  CheckPage(load, **document, 1);
  if (pages > 1) CheckPage(load, **document, pages);
}

}  // namespace donthu
