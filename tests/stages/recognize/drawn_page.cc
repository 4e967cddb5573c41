#include "tests/stages/recognize/drawn_page.h"

#include <pango/pangocairo.h>

#include <cstddef>
#include <memory>

namespace donthu {
namespace {

constexpr int kWidthPx = 2480;
constexpr int kHeightPx = 3508;
constexpr double kDpi = 300.0;
constexpr double kFontPx = 13.0 / 72.0 * kDpi;

using Surface =
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Canvas = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;
using Font = std::unique_ptr<PangoFontDescription,
                             decltype(&pango_font_description_free)>;

void Draw(cairo_t* canvas, const DrawnText& text) {
  const Layout layout(pango_cairo_create_layout(canvas), &g_object_unref);
  const Font font(pango_font_description_from_string("Liberation Serif"),
                  &pango_font_description_free);
  pango_font_description_set_absolute_size(font.get(), kFontPx * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_width(layout.get(), text.width_px * PANGO_SCALE);
  pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
  pango_layout_set_text(layout.get(), text.text.c_str(), -1);
  cairo_move_to(canvas, text.left_px, text.top_px);
  pango_cairo_show_layout(canvas, layout.get());
}

}  // namespace

PageImage DrawPage(const std::vector<DrawnText>& texts) {
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_A8, kWidthPx, kHeightPx),
      &cairo_surface_destroy);
  const Canvas canvas(cairo_create(surface.get()), &cairo_destroy);
  for (const DrawnText& text : texts) Draw(canvas.get(), text);
  cairo_surface_flush(surface.get());
  PageImage page;
  page.width_px = kWidthPx;
  page.height_px = kHeightPx;
  page.dpi_x = page.dpi_y = kDpi;
  const unsigned char* row = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < kHeightPx; ++y, row += stride) {
    for (int x = 0; x < kWidthPx; ++x) {
      page.pixels.push_back(static_cast<std::uint8_t>(255 - row[x]));
    }
  }
  return page;
}

}  // namespace donthu
