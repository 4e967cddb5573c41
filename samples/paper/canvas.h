// Ink on a white A4 sheet: the seam to Cairo.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "models/page_image.h"
#include "models/result.h"
#include "samples/paper/laid_letter.h"

namespace donthu::samples {

// 0 to 1 each.
struct Ink {
  double red = 0.0;
  double green = 0.0;
  double blue = 0.0;
};
inline constexpr Ink kBlack = {0.08, 0.08, 0.08};  // toner is not quite black

// Where a line of stamped text goes: its middle on the baseline.
struct StampText {
  double x_pt = 0.0;
  double y_pt = 0.0;
  double size_pt = 10.0;
  double turn_rad = 0.0;  // clockwise about the middle
  FontStyle style = FontStyle::kRegular;
};

// All places in points from the top left of the sheet. Canvases share
// their fonts: one thread draws at a time.
class Canvas {
 public:
  // Fails with kInternal where Cairo cannot make the sheet.
  static Result<Canvas> Open(double dpi);
  Canvas(Canvas&& other) noexcept;
  Canvas& operator=(Canvas&& other) noexcept;
  ~Canvas();

  void MoveTo(double x, double y);
  void LineTo(double x, double y);
  void CurveTo(double x1, double y1, double x2, double y2, double x3,
               double y3);
  void Circle(double x, double y, double radius);
  void Rectangle(const BoxPt& box);
  void Stroke(double width_pt, const Ink& ink);  // takes the path
  void Fill(const Ink& ink);                     // takes the path

  // As the glyph's values tell. Fails with kModelMissing where the font file
  // cannot be read.
  Status Glyph(Typeface typeface, const PlacedGlyph& glyph, const Ink& ink);
  // One line, each letter one glyph (the text is NFC). Fails as Glyph, and
  // with kTextInvalid where the typeface lacks a letter.
  Status Text(Typeface typeface, std::string_view text, const StampText& place,
              const Ink& ink);
  // Letters upright along a circle, the middle one at `middle_rad` (0 right,
  // clockwise), feet towards the centre.
  Status TextOnCircle(Typeface typeface, std::string_view text,
                      const StampText& centre, double radius_pt,
                      double middle_rad, const Ink& ink);

  PageImage Take() const;  // kRgb24

 private:
  struct Impl;
  explicit Canvas(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace donthu::samples
