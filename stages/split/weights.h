// The weights of boundary.h, found by `tests/bench/stacks.sh --fit`: logistic
// regressions on pages of letters of samples/dev and of 19 writers of
// models/classifier/corpus (stacks.sh names them), laid out and stacked with
// samples/enclosures/a: 2,400 letters in 120 stacks.
#pragma once

#include "stages/split/boundary.h"

namespace donthu {

// 5134 pages, 3350 of them so; ridge 1.0
inline constexpr PaperFeatures kPaperWeights = {
    -3.511,  // bias
    2.098,   // heading
    1.668,   // title
    2.164,   // salutation
    1.385,   // opening
    2.310,   // office
    1.216,   // presents
    0.000,   // transfer note
    -0.611,  // no cue
    0.000,   // number 1
    0.018,   // number beyond 1
    -1.979,  // next number
    1.118,   // starts small
    -0.579,  // starts full
    -0.676,  // next item
    0.271,   // ends open
    -1.426,  // runs on
    0.608,   // signed off
    -0.586,  // office sign
    1.253,   // named
    -1.269,  // nothing signs
    0.334,   // closing
    3.240,   // ends early
    1.580,   // paper
    0.607,   // right
    2.911,   // confidence
    0.650,   // alike
    2.571,   // unlike
    0.140,   // unlike and no cue
    -3.067,  // known names
};

// 3350 pages, 2280 of them so; ridge 1.0
inline constexpr LetterFeatures kLetterWeights = {
    3.731,   // bias
    0.816,   // heading
    0.923,   // title
    0.156,   // salutation
    -1.789,  // to person
    -0.441,  // opening
    -3.028,  // to nobody
    -0.124,  // office
    -3.653,  // office without title
    1.087,   // office to nobody
    0.481,   // office and salutation
    -0.430,  // dateline
    -0.036,  // presents
    -0.347,  // never self
    -6.295,  // figures
    -0.987,  // office words
    -0.338,  // few lines
    -0.379,  // signed off
    -0.981,  // office sign
    0.402,   // named
    0.073,   // closing
    -0.894,  // transfer note
    0.000,   // only notes before
    0.154,   // known names
};

}  // namespace donthu
