// Written by donthu_fit_estimate from 117 readings of drawn pages; not to
// be edited.
#pragma once

#include "stages/estimate/error_model.h"
#include "stages/estimate/page_measures.h"

namespace donthu {

inline constexpr ErrorModel<kPageMeasures> kErrorModel = {
    {{
        0,           // below_97_95
        0,           // below_95_93
        0.049828,    // below_93_88
        0.017136,    // below_88_75
        0,           // below_75_55
        0.71039,     // below_55_30
        0,           // odd
        0,           // odd_below_95_88
        0.086215,    // odd_below_88_55
        0,           // figures_below_95_75
        0,           // marks
        0.027088,    // line_below_90_70
        0,           // worst_line
        0.010067,    // scattered
        0.95727,     // missed
        0.00023802,  // specks
        0,           // faint
        0.0012958,   // small
    }},
    0.0005};

}  // namespace donthu
