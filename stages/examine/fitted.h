// Written by donthu_fit_page_kinds from 286 drawn pages; not to be
// edited.
#pragma once

#include "stages/examine/blank_measures.h"
#include "stages/examine/hand_measures.h"
#include "stages/examine/logistic.h"

namespace donthu {

inline constexpr Logistic<kBlankMeasures.size()> kBlankModel = {
    {{
        -0.222397,  // letters
        -6.4539,    // line
        -0.726806,  // darkness
        -3.4142,    // sharpness
        0,          // all
        -0.128076,  // middle
    }},
    4.28403};

inline constexpr Logistic<kLineMeasures.size()> kLineModel = {
    {{
        -2.46499,  // level_feet
        -3.35397,  // level_heads
        -2.05408,  // twins
        -4.58767,  // straight_left
        -5.80728,  // straight_top
        -7.77934,  // stroke
        2.58507,   // height_spread
    }},
    7.17212};

inline constexpr Logistic<kHandMeasures.size()> kHandModel = {
    {{
        2.48563,   // share
        2.22024,   // sure_share
        0.987454,  // amount
        1.27219,   // boldest
    }},
    -3.57287};

}  // namespace donthu
