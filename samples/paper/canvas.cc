#include "samples/paper/canvas.h"

#include <cairo-ft.h>
#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cmath>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

#include "models/text_offsets.h"
#include "samples/rng.h"

namespace donthu::samples {
namespace {

struct FreeLibrary {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FreeFace {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
struct FreeCairoFace {
  void operator()(cairo_font_face_t* face) const {
    cairo_font_face_destroy(face);
  }
};
struct FreeSurface {
  void operator()(cairo_surface_t* surface) const {
    cairo_surface_destroy(surface);
  }
};
struct FreeCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
struct FreePath {
  void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

struct Font {
  std::unique_ptr<FT_FaceRec_, FreeFace> face;
  std::unique_ptr<cairo_font_face_t, FreeCairoFace> cairo;
};

// Fonts stay open until the program ends: Cairo keeps scaled fonts by the
// address of their face, and a face opened where a closed one lay would get
// that one's outlines.
class FontShelf {
 public:
  FontShelf() {
    FT_Library library = nullptr;
    FT_Init_FreeType(&library);
    library_.reset(library);
  }

  Result<const Font*> Take(const std::string& file) {
    const auto found = fonts_.find(file);
    if (found != fonts_.end()) return &found->second;
    FT_Face face = nullptr;
    if (FT_New_Face(library_.get(), file.c_str(), 0, &face) != 0) {
      return Fail(ErrorCode::kModelMissing, file,
                  "This font file cannot be read.");
    }
    Font& font = fonts_[file];
    font.face.reset(face);
    font.cairo.reset(
        cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING));
    return const_cast<const Font*>(&font);
  }

 private:
  std::unique_ptr<FT_LibraryRec_, FreeLibrary> library_;
  std::map<std::string, Font> fonts_;  // after the library: closed before it
};

Result<const Font*> FontOf(Typeface typeface, FontStyle style) {
  static FontShelf shelf;
  return shelf.Take(FontFileOf(typeface, style));
}

FT_ULong FirstCodePoint(std::string_view utf8) {
  const auto byte = [&](std::size_t i) {
    return static_cast<FT_ULong>(static_cast<unsigned char>(utf8[i]));
  };
  if (utf8.size() == 1) return byte(0);
  if (utf8.size() == 2) return ((byte(0) & 0x1f) << 6) | (byte(1) & 0x3f);
  return ((byte(0) & 0x0f) << 12) | ((byte(1) & 0x3f) << 6) | (byte(2) & 0x3f);
}

std::vector<std::string_view> LettersOf(std::string_view text) {
  const TextOffsets offsets(text);
  std::vector<std::string_view> letters;
  for (int i = 0; i < offsets.size(); ++i) {
    letters.push_back(offsets.Cut({i, i + 1}));
  }
  return letters;
}

}  // namespace

struct Canvas::Impl {
  double dpi = 0.0;
  std::unique_ptr<cairo_surface_t, FreeSurface> surface;
  std::unique_ptr<cairo_t, FreeCairo> cairo;

  void Source(const Ink& ink, double darkness) {
    const auto toned = [&](double part) { return 1.0 - darkness * (1 - part); };
    cairo_set_source_rgb(cairo.get(), toned(ink.red), toned(ink.green),
                         toned(ink.blue));
  }

  // The current path, each of its points moved a little; neighbours alike.
  void Wobble(double amount_pt, std::uint64_t seed) {
    const std::unique_ptr<cairo_path_t, FreePath> path(
        cairo_copy_path(cairo.get()));
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
      for (int p = 1; p < path->data[i].header.length; ++p) {
        auto& point = path->data[i + p].point;
        const double x = point.x;
        const double y = point.y;
        point.x += (CloudAt(seed, x, y, 2.0) - 0.5) * 2 * amount_pt;
        point.y += (CloudAt(seed + 1, x, y, 2.0) - 0.5) * 2 * amount_pt;
      }
    }
    cairo_new_path(cairo.get());
    cairo_append_path(cairo.get(), path.get());
  }

  double Advance(const Font& font, FT_ULong letter, double size_pt) const {
    FT_Load_Char(font.face.get(), letter, FT_LOAD_NO_SCALE);
    return static_cast<double>(font.face->glyph->metrics.horiAdvance) *
           size_pt / font.face->units_per_EM;
  }
};

Canvas::Canvas(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Canvas::Canvas(Canvas&& other) noexcept = default;
Canvas& Canvas::operator=(Canvas&& other) noexcept = default;
Canvas::~Canvas() = default;

Result<Canvas> Canvas::Open(double dpi) {
  auto impl = std::make_unique<Impl>();
  impl->dpi = dpi;
  const auto pixels = [&](double points) {
    return static_cast<int>(std::lround(points * dpi / 72.0));
  };
  impl->surface.reset(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, pixels(kPageWidthPt), pixels(kPageHeightPt)));
  impl->cairo.reset(cairo_create(impl->surface.get()));
  if (cairo_status(impl->cairo.get()) != CAIRO_STATUS_SUCCESS) {
    return Fail(ErrorCode::kInternal, "canvas", "No sheet could be made.");
  }
  cairo_t* cairo = impl->cairo.get();
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, dpi / 72.0, dpi / 72.0);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  return Canvas(std::move(impl));
}

void Canvas::MoveTo(double x, double y) {
  cairo_move_to(impl_->cairo.get(), x, y);
}

void Canvas::LineTo(double x, double y) {
  cairo_line_to(impl_->cairo.get(), x, y);
}

void Canvas::CurveTo(double x1, double y1, double x2, double y2, double x3,
                     double y3) {
  cairo_curve_to(impl_->cairo.get(), x1, y1, x2, y2, x3, y3);
}

void Canvas::Circle(double x, double y, double radius) {
  cairo_new_sub_path(impl_->cairo.get());
  cairo_arc(impl_->cairo.get(), x, y, radius, 0, 2 * std::numbers::pi);
}

void Canvas::Rectangle(const BoxPt& box) {
  cairo_rectangle(impl_->cairo.get(), box.left, box.top, box.right - box.left,
                  box.bottom - box.top);
}

void Canvas::Stroke(double width_pt, const Ink& ink) {
  impl_->Source(ink, 1.0);
  cairo_set_line_width(impl_->cairo.get(), width_pt);
  cairo_stroke(impl_->cairo.get());
}

void Canvas::Fill(const Ink& ink) {
  impl_->Source(ink, 1.0);
  cairo_fill(impl_->cairo.get());
}

Status Canvas::Glyph(Typeface typeface, const PlacedGlyph& glyph,
                     const Ink& ink) {
  const auto font = FontOf(typeface, glyph.style);
  if (!font) return Fail(font.error());
  cairo_t* cairo = impl_->cairo.get();
  cairo_set_font_face(cairo, (*font)->cairo.get());
  cairo_matrix_t matrix;
  cairo_matrix_init(&matrix, glyph.size_pt, 0, -glyph.slant * glyph.size_pt,
                    glyph.size_pt, 0, 0);
  cairo_matrix_t turn;
  cairo_matrix_init_rotate(&turn, glyph.tilt_rad);
  cairo_matrix_multiply(&matrix, &matrix, &turn);
  cairo_set_font_matrix(cairo, &matrix);
  const cairo_glyph_t placed = {glyph.index, glyph.x_pt, glyph.y_pt};
  cairo_new_path(cairo);
  cairo_glyph_path(cairo, &placed, 1);
  if (glyph.wobble_pt > 0.0) impl_->Wobble(glyph.wobble_pt, glyph.index);
  impl_->Source(ink, glyph.darkness);
  if (glyph.swell_pt <= 0.0) {
    cairo_fill(cairo);
    return Done{};
  }
  cairo_fill_preserve(cairo);
  cairo_set_line_width(cairo, 2 * glyph.swell_pt);
  cairo_stroke(cairo);
  return Done{};
}

Status Canvas::Text(Typeface typeface, std::string_view text,
                    const StampText& place, const Ink& ink) {
  const auto font = FontOf(typeface, place.style);
  if (!font) return Fail(font.error());
  const auto letters = LettersOf(text);
  double width = 0.0;
  for (const std::string_view letter : letters) {
    width += impl_->Advance(**font, FirstCodePoint(letter), place.size_pt);
  }
  double along = -width / 2;
  for (const std::string_view letter : letters) {
    const FT_ULong code = FirstCodePoint(letter);
    PlacedGlyph glyph;
    glyph.style = place.style;
    glyph.index = FT_Get_Char_Index((*font)->face.get(), code);
    if (glyph.index == 0) {
      return Fail(ErrorCode::kTextInvalid, FamilyOf(typeface),
                  "The typeface lacks a letter of the stamp.");
    }
    glyph.size_pt = place.size_pt;
    glyph.x_pt = place.x_pt + along * std::cos(place.turn_rad);
    glyph.y_pt = place.y_pt + along * std::sin(place.turn_rad);
    glyph.tilt_rad = place.turn_rad;
    const auto drawn = Glyph(typeface, glyph, ink);
    if (!drawn) return drawn;
    along += impl_->Advance(**font, code, place.size_pt);
  }
  return Done{};
}

Status Canvas::TextOnCircle(Typeface typeface, std::string_view text,
                            const StampText& centre, double radius_pt,
                            double middle_rad, const Ink& ink) {
  const auto letters = LettersOf(text);
  const auto font = FontOf(typeface, centre.style);
  if (!font) return Fail(font.error());
  double width = 0.0;
  for (const std::string_view letter : letters) {
    width += impl_->Advance(**font, FirstCodePoint(letter), centre.size_pt);
  }
  double angle = middle_rad - width / radius_pt / 2;
  for (const std::string_view letter : letters) {
    const double step =
        impl_->Advance(**font, FirstCodePoint(letter), centre.size_pt) /
        radius_pt;
    angle += step / 2;
    StampText one = centre;
    one.x_pt += radius_pt * std::cos(angle);
    one.y_pt += radius_pt * std::sin(angle);
    one.turn_rad = angle + std::numbers::pi / 2;
    const auto drawn = Text(typeface, letter, one, ink);
    if (!drawn) return drawn;
    angle += step / 2;
  }
  return Done{};
}

PageImage Canvas::Take() const {
  cairo_surface_t* surface = impl_->surface.get();
  cairo_surface_flush(surface);
  PageImage image;
  image.format = PixelFormat::kRgb24;
  image.dpi_x = impl_->dpi;
  image.dpi_y = impl_->dpi;
  image.width_px = cairo_image_surface_get_width(surface);
  image.height_px = cairo_image_surface_get_height(surface);
  const auto stride =
      static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const auto width = static_cast<std::size_t>(image.width_px);
  image.pixels.resize(width * static_cast<std::size_t>(image.height_px) * 3);
  std::uint8_t* to = image.pixels.data();
  for (std::size_t y = 0; y < static_cast<std::size_t>(image.height_px); ++y) {
    const unsigned char* from = data + y * stride;
    for (std::size_t x = 0; x < width; ++x, from += 4, to += 3) {
      to[0] = from[2];  // little endian: blue, green, red, unused
      to[1] = from[1];
      to[2] = from[0];
    }
  }
  return image;
}

}  // namespace donthu::samples
