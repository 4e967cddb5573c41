// The weights of boundary.h, found by `tests/bench/stacks.sh --fit`: logistic
// regressions on pages of letters of samples/dev and of 19 writers of
// models/classifier/corpus (stacks.sh names them), laid out and stacked with
// samples/enclosures/a: 2,400 letters in 120 stacks.
#pragma once

#include "stages/split/boundary.h"

namespace donthu {

// 4639 pages, 3287 of them so; ridge 1.0
inline constexpr PaperFeatures kPaperWeights = {
    -1.899,  // bias
    2.036,   // heading
    1.699,   // title
    2.009,   // salutation
    0.957,   // opening
    2.735,   // office
    0.405,   // presents
    0.000,   // transfer note
    -1.394,  // no cue
    0.000,   // number 1
    -1.085,  // number beyond 1
    -1.080,  // next number
    -1.043,  // starts small
    -1.201,  // starts full
    -0.275,  // next item
    0.630,   // ends open
    -0.937,  // runs on
    0.406,   // signed off
    0.172,   // office sign
    1.201,   // named
    -1.177,  // nothing signs
    -0.148,  // closing
    2.648,   // ends early
    0.823,   // paper
    0.478,   // right
    1.521,   // confidence
    0.080,   // alike
    1.721,   // unlike
    -0.367,  // unlike and no cue
    -2.542,  // known names
};

// 3287 pages, 2280 of them so; ridge 1.0
inline constexpr LetterFeatures kLetterWeights = {
    5.334,   // bias
    -0.946,  // heading
    2.047,   // title
    1.463,   // salutation
    -0.513,  // to person
    0.760,   // opening
    -1.430,  // to nobody
    -2.241,  // office
    -2.795,  // office without title
    -1.625,  // office to nobody
    0.427,   // office and salutation
    -0.216,  // dateline
    1.406,   // presents
    -1.999,  // never self
    -0.954,  // figures
    -1.365,  // office words
    -2.613,  // few lines
    -0.307,  // signed off
    -0.683,  // office sign
    -1.572,  // named
    1.423,   // closing
    0.000,   // transfer note
    0.000,   // only notes before
    0.244,   // known names
};

}  // namespace donthu
