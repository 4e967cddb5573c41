// What tells a hand from type: by line, and of a page by its lines.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "stages/examine/ink.h"
#include "stages/examine/letters.h"

namespace donthu {

// Type repeats its shapes exactly and stands on a line; a hand does not, and
// its stroke is thin for its height. Straight stems would tell, too, but
// italic type has none.
inline constexpr std::array<std::string_view, 5> kLineMeasures = {
    "level_feet",      // neighbours that end on one height: share
    "level_heads",     // neighbours that begin on one height: share
    "twins",           // letters with a like one on the page: share
    "stroke",          // mean run of ink across, in heights of a letter
    "height_spread"};  // deviation of the heights by their mean
using LineMeasures = std::array<double, kLineMeasures.size()>;

// A line shorter than this tells too little.
inline constexpr std::size_t kLeastLetters = 4;

struct MeasuredLine {
  LineMeasures measures{};
  int letters = 0;
  int width_px = 0;  // of its letters together
};

// Lines with fewer letters are left out.
std::vector<MeasuredLine> MeasureLines(const InkMap& map,
                                       const std::vector<InkLine>& lines);

inline constexpr std::array<std::string_view, 4> kHandMeasures = {
    "share",       // of the lines' width, each by its probability
    "sure_share",  // of the lines' width: those that are more likely a hand
    "amount",      // logarithm of the letters in these, by 5
    "boldest"};    // mean of the five likeliest lines of 8 letters and more
using HandMeasures = std::array<double, kHandMeasures.size()>;

// `probabilities`: of each line that it is by hand.
HandMeasures MeasureHand(const std::vector<MeasuredLine>& lines,
                         const std::vector<double>& probabilities);

}  // namespace donthu
