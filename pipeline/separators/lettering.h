// Letters drawn as strokes: no font of PDF's own has the marks of Vietnamese,
// and a printer's sheet needs no more than capitals.
#pragma once

#include <string>
#include <string_view>

namespace donthu {

struct LineOfType {
  double x_pt = 0.0;  // where its middle is
  double y_pt = 0.0;  // of the baseline, from the bottom of the page
  double cap_pt = 0.0;
};

// Operators of PDF that stroke `text` in the colour in force. `text` is of
// capitals, digits and ".,:-", marks as combining characters after their
// letter: "PHA\u0302N". What has no strokes is left out.
std::string Lettering(std::string_view text, const LineOfType& line);

}  // namespace donthu
