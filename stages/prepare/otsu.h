// Where the levels of an image part into dark and bright.
#pragma once

#include <array>

namespace donthu {

struct Parting {
  int threshold = 0;   // the first bright level; 0: there is one level at most
  double apart = 0.0;  // mean of the bright levels less mean of the dark
};

// Parts a histogram of gray levels with the largest variance between its two
// sides (Otsu 1979).
Parting PartLevels(const std::array<double, 256>& counts);

}  // namespace donthu
