// Written by donthu_fit_page_kinds from 50 drawn pages, seed 1;
// not to be edited.
#pragma once

#include "stages/examine/blank_measures.h"
#include "stages/examine/hand_measures.h"
#include "stages/examine/logistic.h"

namespace donthu {

inline constexpr Logistic<kBlankMeasures.size()> kBlankModel = {
    {{
        -0.179472,  // letters
        -2.59648,  // line
        -3.04696,  // darkness
        -4.41165,  // sharpness
        -0.182273,  // all
        0.0749817,  // middle
    }},
    5.38368};

inline constexpr Logistic<kLineMeasures.size()> kLineModel = {
    {{
        0.472912,  // level_feet
        -4.62607,  // level_heads
        5.17872,  // twins
        -14.9055,  // straight_left
        -11.5219,  // straight_top
        -31.0172,  // stroke
        21.3792,  // stroke_down
        5.3725,  // width
        0.614087,  // height_spread
        21.1431,  // height
        0.559661,  // length
    }},
    -12.0492};

inline constexpr Logistic<kHandMeasures.size()> kHandModel = {
    {{
        1.55578,  // share
        3.58387,  // sure_share
        1.72752,  // amount
        1.3755,  // boldest
    }},
    -4.06255};

}  // namespace donthu
