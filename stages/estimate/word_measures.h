// What the words of a reading tell of its errors.
#pragma once

#include <array>
#include <string_view>

#include "models/page_text.h"

namespace donthu {

// Each is a mean over the letters of the page, 0 to 1. "below" is 0 for a word
// as sure as the first figure, 1 for one no surer than the second; between
// them it grows evenly.
inline constexpr std::array<std::string_view, 14> kWordMeasures = {
    "below_97_95",  // per cent
    "below_95_93", "below_93_88", "below_88_75", "below_75_55", "below_55_30",
    "odd",  // in words that are odd by their spelling
    "odd_below_95_88", "odd_below_88_55",
    "figures_below_95_75",  // in figures and compounds
    "marks",                // in words of punctuation alone
    "line_below_90_70",     // in lines by the mean of their words
    "worst_line",           // of the least sure line of ten letters and more: 1
                            // less its mean confidence
    "scattered"};           // in lines of one or two letters
using WordMeasures = std::array<double, kWordMeasures.size()>;

// All 0 where nothing was read.
WordMeasures MeasureWords(const PageText& text);

}  // namespace donthu
