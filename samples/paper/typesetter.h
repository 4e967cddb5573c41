// Lines onto pages, from top to bottom.
#pragma once

#include <string_view>
#include <vector>

#include "models/result.h"
#include "samples/paper/laid_letter.h"
#include "samples/paper/layout.h"
#include "samples/paper/shaper.h"

namespace donthu::samples {

struct Column {
  double left_pt = 0.0;  // on the page
  double width_pt = 0.0;
};

// Text cut into lines, not yet on a page.
struct ShapedText {
  MarkedText source;
  TextStyle style;
  std::vector<ShapedLine> lines;
};

// Keeps a place on the last page; turns to a new page where a line does not
// fit. Keeps references to the shaper and the style.
class Typesetter {
 public:
  Typesetter(const Shaper& shaper, const PageStyle& style);

  Column body() const;
  double y_pt() const { return y_pt_; }
  void MoveTo(double y_pt) { y_pt_ = y_pt; }
  void Skip(double height_pt) { y_pt_ += height_pt; }
  double LineHeight(const TextStyle& style) const;
  double HeightOf(const ShapedText& text) const;

  // Turns the page where less than this is left of it.
  void Keep(double height_pt);

  Result<ShapedText> Shape(const MarkedText& text, const TextStyle& style,
                           double width_pt) const;

  // All lines of a text, each a line of its own.
  void Put(const ShapedText& text, double left_pt);
  // Under the last line put: from its first letter to its last.
  void Underline(const ShapedText& text, double left_pt);
  void Rule(const RulePt& rule);
  // Room for a signature in the middle of the column.
  void LeaveSign(const Column& column);
  // Numbers from the second page on, at the top in the middle.
  Status NumberPages();

  std::vector<LaidPage> Take() { return std::move(pages_); }

 private:
  void AddWords(const ShapedText& text, const ShapedLine& line, double left_pt);
  double BaselineOf(const TextStyle& style) const;

  const Shaper& shaper_;
  const PageStyle& style_;
  std::vector<LaidPage> pages_;
  double y_pt_ = 0.0;
};

inline constexpr double kSignHeightPt = 62.0;

}  // namespace donthu::samples
