// What tells a page that says something from one that does not.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "stages/examine/ink.h"
#include "stages/examine/letters.h"

namespace donthu {

inline constexpr std::array<std::string_view, 6> kBlankMeasures = {
    "letters",    // logarithm of the letters, each by how black it is
    "line",       // the same of the line with the most, at most 12, by 12
    "darkness",   // mean of that line's letters
    "sharpness",  // mean of that line's letters
    "all",        // logarithm of the letters as they are
    "middle"};    // logarithm of the dark pixels in the middle, in per cent
using BlankMeasures = std::array<double, kBlankMeasures.size()>;

// All but the last are 0 where no line of three letters and more is dark by
// 0.2 in the mean. A page number alone counts for nothing: at most five figures
// of one height within 22 mm of the upper or lower edge, and no other line of
// two letters.
BlankMeasures MeasureBlank(const InkMap& map,
                           const std::vector<InkLine>& lines);

}  // namespace donthu
