// A hand that draws letters stroke by stroke, no two alike.
#pragma once

#include <string_view>

#include "samples/paper/canvas.h"
#include "samples/rng.h"

namespace donthu::samples {

// What does not change from line to line of one writer.
struct PenStyle {
  Ink ink;
  double x_height_pt = 6.0;
  double pen_pt = 1.0;     // width of a stroke
  double slant = 0.1;      // x moved by this for each point above the baseline
  double loose = 0.8;      // how far points stray, in tenths of the x-height
  double spread = 1.0;     // of the letters across
  double joined = 0.0;     // probability that small letters run into each other
  double wander_pt = 2.0;  // of the baseline
};

// A ball pen, mostly blue, of any hand from block letters to running ones.
PenStyle AnyPen(Rng rng);

// Words from left to right, the first at (x_pt, y_pt of the baseline).
class Pen {
 public:
  // `canvas` outlives this.
  Pen(Canvas& canvas, const PenStyle& style, Rng rng)
      : canvas_(canvas), style_(style), rng_(rng), hand_(rng_.Next()) {}

  // How wide the word would come out, in points.
  double WidthOf(std::string_view utf8) const;
  // Draws it, squeezed where it would be wider than `most_pt`; gives where it
  // ends.
  double Write(std::string_view utf8, double x_pt, double y_pt, double most_pt);

 private:
  Canvas& canvas_;
  PenStyle style_;
  Rng rng_;
  std::uint64_t hand_;
};

}  // namespace donthu::samples
