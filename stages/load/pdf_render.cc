#include "stages/load/pdf_render.h"

#include <iconv.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-font.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/load/limits.h"

namespace donthu {
namespace {

constexpr std::string_view kPdfPageWhat = "PDF page";

std::int64_t Pixels(double points, double dpi) {
  const double pixels = std::ceil(points * dpi / 72.0);
  if (!(pixels > 0.0)) return 0;
  return static_cast<std::int64_t>(std::min(pixels, 1e12));
}

BoxPx AtDpi(const poppler::rectf& points, double dpi) {
  const auto px = [&](double at) {
    constexpr double kFar = 1e6;
    return static_cast<int>(
        std::lround(std::clamp(at * dpi / 72.0, -kFar, kFar)));
  };
  return {px(points.left()), px(points.top()), px(points.right()),
          px(points.bottom())};
}

PageImage CopyPixels(const poppler::image& drawn, PixelFormat format) {
  PageImage page;
  page.width_px = drawn.width();
  page.height_px = drawn.height();
  page.format = format;
  const std::size_t row_bytes = static_cast<std::size_t>(page.width_px) *
                                static_cast<std::size_t>(BytesPerPixel(format));
  page.pixels.resize(row_bytes * static_cast<std::size_t>(page.height_px));
  for (int y = 0; y < page.height_px; ++y) {
    std::memcpy(page.pixels.data() + static_cast<std::size_t>(y) * row_bytes,
                drawn.const_data() +
                    static_cast<std::ptrdiff_t>(y) * drawn.bytes_per_row(),
                row_bytes);
  }
  return page;
}

// poppler makes UTF-8 by iconv, and glibc opens a file for UTF-16 unless a
// conversion is open already: these stay, for workers in their sandbox.
struct OpenConversions {
  iconv_t to_utf16 = ::iconv_open("UTF-16", "UTF-8");
  iconv_t to_utf8 = ::iconv_open("UTF-8", "UTF-16");
};

class PopplerRenderer : public PdfRenderer {
 public:
  explicit PopplerRenderer(std::unique_ptr<poppler::document> document)
      : document_(std::move(document)) {}

  int PageCount() const override { return document_->pages(); }

  bool NeedsSystemFont(int number) const override {
    const std::unique_ptr<poppler::font_iterator> at(
        document_->create_font_iterator(number - 1));
    // The iterator goes on to the pages after.
    const std::vector<poppler::font_info> fonts = at->next();
    return std::any_of(fonts.begin(), fonts.end(),
                       [](const auto& font) { return !font.is_embedded(); });
  }

  std::string Text(int number) const override {
    const std::unique_ptr<poppler::page> page(
        document_->create_page(number - 1));
    if (page == nullptr) return {};
    const poppler::byte_array utf8 = page->text().to_utf8();
    return {utf8.begin(), utf8.end()};
  }

  std::vector<NamedWord> Words(int number, double dpi,
                               std::size_t most) const override {
    const std::unique_ptr<poppler::page> page(
        document_->create_page(number - 1));
    if (page == nullptr) return {};
    std::vector<NamedWord> words;
    for (const poppler::text_box& box : page->text_list()) {
      if (words.size() == most) break;
      const poppler::byte_array utf8 = box.text().to_utf8();
      words.push_back({{utf8.begin(), utf8.end()}, AtDpi(box.bbox(), dpi)});
    }
    return words;
  }

  Result<PageImage> Render(int number, double dpi, PixelFormat format,
                           const LoadLimits& limits) const override {
    const std::unique_ptr<poppler::page> page(
        document_->create_page(number - 1));
    if (page == nullptr) return Unreadable(kPdfPageWhat);
    const poppler::rectf box = page->page_rect(poppler::crop_box);
    const Status size =
        CheckSize(Pixels(box.width(), dpi), Pixels(box.height(), dpi), limits);
    if (!size) return Fail(size.error());
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(format == PixelFormat::kGray8
                                  ? poppler::image::format_gray8
                                  : poppler::image::format_rgb24);
    const poppler::image drawn = renderer.render_page(page.get(), dpi, dpi);
    if (!drawn.is_valid()) return Unreadable(kPdfPageWhat);
    return CopyPixels(drawn, format);
  }

 private:
  std::unique_ptr<poppler::document> document_;
};

}  // namespace

std::unique_ptr<PdfRenderer> PdfRenderer::Open(Bytes bytes) {
  static const OpenConversions kOpen;
  static std::once_flag silenced;
  std::call_once(silenced, [] {
    poppler::set_debug_error_function([](const std::string&, void*) {},
                                      nullptr);
  });
  if (bytes.size() >
      static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return nullptr;
  }
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(
          reinterpret_cast<const char*>(bytes.data()),
          static_cast<int>(bytes.size())));
  if (document == nullptr || document->is_locked()) return nullptr;
  return std::make_unique<PopplerRenderer>(std::move(document));
}

}  // namespace donthu
