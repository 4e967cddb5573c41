// Text to lines of glyphs: the seam to Pango.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "models/result.h"
#include "samples/markup.h"
#include "samples/paper/typeface.h"

namespace donthu::samples {

// In points (1/72 inch), y down.
struct BoxPt {
  double left = 0.0;
  double top = 0.0;
  double right = 0.0;
  double bottom = 0.0;

  bool empty() const { return right <= left || bottom <= top; }

  friend bool operator==(const BoxPt&, const BoxPt&) = default;
};
BoxPt Union(const BoxPt& a, const BoxPt& b);  // an empty box adds nothing

struct ShapedGlyph {
  FontStyle style = FontStyle::kRegular;
  std::uint32_t index = 0;  // in the font file
  std::size_t byte = 0;     // where its letter begins in the text
  double x_pt = 0.0;        // from the left edge of the column
  double y_pt = 0.0;        // from the baseline, down
  BoxPt ink;                // from the same origin; empty for a space
};

struct ShapedLine {
  std::size_t begin = 0;  // bytes of the text, half open
  std::size_t end = 0;
  double left_pt = 0.0;   // of the text in its column
  double width_pt = 0.0;  // as set, justification included
  std::vector<ShapedGlyph> glyphs;
};

enum class Align { kLeft, kCenter, kRight, kJustified };

struct TextStyle {
  FontStyle font = FontStyle::kRegular;
  double size_pt = 13.0;
  Align align = Align::kLeft;
  double indent_pt = 0.0;  // of the first line; below 0: of the others
};

// Not thread-safe.
class Shaper {
 public:
  virtual ~Shaper() = default;
  // Fails with kTextInvalid where the typeface lacks a letter, and with
  // kInternal where another font file was taken than the one asked for.
  virtual Result<std::vector<ShapedLine>> Shape(std::string_view text,
                                                const TextStyle& style,
                                                double width_pt) const = 0;
};

// Fails with kModelMissing where a font file is not installed.
Result<std::unique_ptr<Shaper>> OpenShaper(Typeface typeface);

}  // namespace donthu::samples
