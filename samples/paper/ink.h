// What makes ink look as it does: set type, a typewriter, a hand.
#pragma once

#include "samples/paper/laid_letter.h"
#include "samples/rng.h"

namespace donthu::samples {

// A worn machine: letters hop about the line, strike unevenly, and the ribbon
// runs dry along the page.
LaidPage Typed(LaidPage page, Rng rng);

// A hand: slant of its own, wandering baseline, letters that differ, a pen
// that presses more or less.
LaidPage Handwritten(LaidPage page, Rng rng);

}  // namespace donthu::samples
