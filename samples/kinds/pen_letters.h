// How a pen draws each letter: its strokes.
#pragma once

#include <string_view>
#include <vector>

namespace donthu::samples {

// In tenths of the height of an x; y up from the baseline.
struct PenPoint {
  double x = 0.0;
  double y = 0.0;
};
using PenStroke = std::vector<PenPoint>;

struct PenLetter {
  std::vector<PenStroke> strokes;  // of the letter, then of its marks
  std::size_t marks = 0;           // how many of them are marks
  double width = 0.0;
  bool small = false;  // joins its neighbours in a running hand
};

// A letter of Vietnamese in NFC, a figure or a common mark of punctuation;
// an empty letter as wide as a space for anything else.
PenLetter PenLetterOf(char32_t letter);

std::vector<char32_t> CodePoints(std::string_view utf8);

}  // namespace donthu::samples
