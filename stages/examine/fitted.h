// Written by donthu_fit_page_kinds from 600 drawn pages; not to be
// edited.
#pragma once

#include "stages/examine/blank_measures.h"
#include "stages/examine/hand_measures.h"
#include "stages/examine/logistic.h"

namespace donthu {

inline constexpr Logistic<kBlankMeasures.size()> kBlankModel = {
    {{
        -0.199301,  // letters
        -6.11839,   // line
        -0.931107,  // darkness
        -4.15468,   // sharpness
        0,          // all
        -0.14239,   // middle
    }},
    3.11907};

inline constexpr Logistic<kLineMeasures.size()> kLineModel = {
    {{
        -3.65108,  // level_feet
        -4.31316,  // level_heads
        -3.36004,  // twins
        -12.2357,  // stroke
        3.18898,   // height_spread
    }},
    8.72894};

inline constexpr Logistic<kHandMeasures.size()> kHandModel = {
    {{
        2.82002,  // share
        1.86858,  // sure_share
        1.13101,  // amount
        1.93834,  // boldest
    }},
    -4.29756};

}  // namespace donthu
