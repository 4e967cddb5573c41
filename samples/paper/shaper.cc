#include "samples/paper/shaper.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <string>

namespace donthu::samples {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using GPtr = std::unique_ptr<T, Unref>;
struct FreeFont {
  void operator()(PangoFontDescription* font) const {
    pango_font_description_free(font);
  }
};
struct FreeIter {
  void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
};
struct FreeConfig {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
struct FreeOptions {
  void operator()(cairo_font_options_t* options) const {
    cairo_font_options_destroy(options);
  }
};

double Points(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

int Units(double points) { return pango_units_from_double(points); }

std::string FileOf(PangoFont* font) {
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  FcChar8* file = nullptr;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch) {
    return {};
  }
  const void* name = file;
  return static_cast<const char*>(name);
}

PangoAlignment AlignmentOf(Align align) {
  if (align == Align::kCenter) return PANGO_ALIGN_CENTER;
  if (align == Align::kRight) return PANGO_ALIGN_RIGHT;
  return PANGO_ALIGN_LEFT;
}

class PangoShaper : public Shaper {
 public:
  explicit PangoShaper(Typeface typeface) : typeface_(typeface) {
    // A configuration that knows these files and no others.
    config_.reset(FcConfigCreate());
    for (const FontStyle style : kFontStyles) {
      const std::string file = FontFileOf(typeface, style);
      const void* name = file.c_str();
      FcConfigAppFontAddFile(config_.get(), static_cast<const FcChar8*>(name));
    }
    map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), config_.get());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_.get()), 72.0);
    context_.reset(pango_font_map_create_context(map_.get()));
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    const std::unique_ptr<cairo_font_options_t, FreeOptions> options(
        cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
  }

  Result<std::vector<ShapedLine>> Shape(std::string_view text,
                                        const TextStyle& style,
                                        double width_pt) const override {
    const GPtr<PangoLayout> layout = Lay(text, style, width_pt);
    if (pango_layout_get_unknown_glyphs_count(layout.get()) != 0) {
      return Fail(ErrorCode::kTextInvalid, FamilyOf(typeface_),
                  "The typeface lacks a letter of the text.");
    }
    std::vector<ShapedLine> lines;
    const std::unique_ptr<PangoLayoutIter, FreeIter> iter(
        pango_layout_get_iter(layout.get()));
    do {
      ShapedLine line;
      const auto status = ReadLine(iter.get(), style.font, line);
      if (!status) return Fail(status.error());
      lines.push_back(std::move(line));
    } while (pango_layout_iter_next_line(iter.get()) != FALSE);
    return lines;
  }

 private:
  GPtr<PangoLayout> Lay(std::string_view text, const TextStyle& style,
                        double width_pt) const {
    GPtr<PangoLayout> layout(pango_layout_new(context_.get()));
    const std::unique_ptr<PangoFontDescription, FreeFont> font(
        pango_font_description_new());
    pango_font_description_set_family(font.get(), FamilyOf(typeface_).c_str());
    const bool bold =
        style.font == FontStyle::kBold || style.font == FontStyle::kBoldItalic;
    const bool italic = style.font == FontStyle::kItalic ||
                        style.font == FontStyle::kBoldItalic;
    if (typeface_ != Typeface::kHand) {
      pango_font_description_set_weight(
          font.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_font_description_set_style(
          font.get(), italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    }
    pango_font_description_set_size(font.get(), Units(style.size_pt));
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), Units(width_pt));
    pango_layout_set_indent(layout.get(), Units(style.indent_pt));
    pango_layout_set_alignment(layout.get(), AlignmentOf(style.align));
    pango_layout_set_justify(layout.get(), style.align == Align::kJustified);
    pango_layout_set_text(layout.get(), text.data(),
                          static_cast<int>(text.size()));
    return layout;
  }

  Status ReadLine(PangoLayoutIter* iter, FontStyle style,
                  ShapedLine& line) const {
    PangoLayoutLine* source = pango_layout_iter_get_line_readonly(iter);
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iter, nullptr, &logical);
    line.begin = static_cast<std::size_t>(source->start_index);
    line.end = line.begin + static_cast<std::size_t>(source->length);
    line.left_pt = Points(logical.x);
    line.width_pt = Points(logical.width);
    double x = line.left_pt;
    for (GSList* run = source->runs; run != nullptr; run = run->next) {
      auto* item = static_cast<PangoLayoutRun*>(run->data);
      if (FileOf(item->item->analysis.font) != FontFileOf(typeface_, style)) {
        return Fail(ErrorCode::kInternal, FamilyOf(typeface_),
                    "Pango took another font file than the one asked for.");
      }
      ReadRun(*item, style, x, line);
    }
    return Done{};
  }

  static void ReadRun(const PangoLayoutRun& run, FontStyle style, double& x,
                      ShapedLine& line) {
    for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
      const PangoGlyphInfo& info = run.glyphs->glyphs[i];
      ShapedGlyph glyph;
      glyph.style = style;
      glyph.index = info.glyph;
      glyph.byte = static_cast<std::size_t>(run.item->offset +
                                            run.glyphs->log_clusters[i]);
      glyph.x_pt = x + Points(info.geometry.x_offset);
      glyph.y_pt = Points(info.geometry.y_offset);
      x += Points(info.geometry.width);
      if (info.glyph == PANGO_GLYPH_EMPTY) continue;
      PangoRectangle ink;
      pango_font_get_glyph_extents(run.item->analysis.font, info.glyph, &ink,
                                   nullptr);
      glyph.ink = {glyph.x_pt + Points(ink.x), glyph.y_pt + Points(ink.y),
                   glyph.x_pt + Points(ink.x + ink.width),
                   glyph.y_pt + Points(ink.y + ink.height)};
      line.glyphs.push_back(glyph);
    }
  }

  Typeface typeface_;
  std::unique_ptr<FcConfig, FreeConfig> config_;
  GPtr<PangoFontMap> map_;
  GPtr<PangoContext> context_;
};

}  // namespace

BoxPt Union(const BoxPt& a, const BoxPt& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top),
          std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

Result<std::unique_ptr<Shaper>> OpenShaper(Typeface typeface) {
  const auto installed = CheckInstalled(typeface);
  if (!installed) return Fail(installed.error());
  return std::unique_ptr<Shaper>(std::make_unique<PangoShaper>(typeface));
}

}  // namespace donthu::samples
