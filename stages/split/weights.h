// The weights of boundary.h, found by `tests/bench/stacks.sh --fit`: logistic
// regression on pages of letters by the writers an, bac, cong, hop and nui of
// models/classifier/corpus, laid out and stacked with samples/enclosures/a.
// 1210 pages, 760 of them begin a letter; ridge 1.0
#pragma once

#include "stages/split/boundary.h"

namespace donthu {

inline constexpr BoundaryFeatures kBoundaryWeights = {
    0.354,   // bias
    0.454,   // heading
    2.637,   // title
    2.589,   // salutation
    0.892,   // opening
    -2.926,  // office
    -1.691,  // heading of office
    2.161,   // salutation of office
    0.000,   // transfer note
    0.370,   // title and salutation
    -1.276,  // no cue
    0.000,   // number 1
    -1.172,  // number beyond 1
    -1.159,  // next number
    -1.047,  // starts small
    0.363,   // ends open
    -0.864,  // runs on
    0.239,   // signed off
    0.067,   // letter signed off
    -0.155,  // closing
    0.842,   // ends early
    0.077,   // office before
    0.000,   // only notes before
    -0.105,  // paper
    -0.217,  // line height
    0.283,   // letter width
    -1.309,  // left
    0.771,   // confidence
};

}  // namespace donthu
