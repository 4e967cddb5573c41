// The weights of boundary.h, found by `tests/bench/stacks.sh --fit`: logistic
// regression on pages of letters by the writers an, bac, cong, hop and nui of
// models/classifier/corpus, laid out and stacked with samples/enclosures/a.
// 1210 pages, 760 of them begin a letter; ridge 1.0
#pragma once

#include "stages/split/boundary.h"

namespace donthu {

inline constexpr BoundaryFeatures kBoundaryWeights = {
    0.046,   // bias
    0.609,   // heading
    2.371,   // title
    3.125,   // salutation
    0.873,   // opening
    -2.971,  // office
    -1.311,  // heading of office
    1.541,   // office to office
    0.000,   // transfer note
    0.339,   // title and salutation
    -1.046,  // no cue
    0.000,   // number 1
    -1.156,  // number beyond 1
    -1.143,  // next number
    -1.088,  // starts small
    0.471,   // ends open
    -0.901,  // runs on
    0.241,   // signed off
    0.069,   // letter signed off
    0.051,   // closing
    0.869,   // ends early
    -0.032,  // office before
    0.000,   // only notes before
    -0.080,  // paper
    -0.342,  // line height
    0.508,   // letter width
    -1.400,  // left
    0.817,   // confidence
};

}  // namespace donthu
