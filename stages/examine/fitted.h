// Written by donthu_fit_page_kinds from 599 drawn pages; not to be
// edited.
#pragma once

#include "stages/examine/blank_measures.h"
#include "stages/examine/hand_measures.h"
#include "stages/examine/logistic.h"

namespace donthu {

inline constexpr Logistic<kBlankMeasures.size()> kBlankModel = {
    {{
        0,         // letters
        -2.0096,   // line
        -2.96277,  // darkness
        -3.5869,   // sharpness
        0,         // all
        -3.44451,  // middle
    }},
    2.31304};

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
