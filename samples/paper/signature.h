// What people leave under a letter.
#pragma once

#include "samples/paper/canvas.h"
#include "samples/rng.h"

namespace donthu::samples {

// A scribble of one to three strokes, about 45 mm wide, in blue or black.
void DrawSignature(Canvas& canvas, const SignPlace& place, Rng rng);

// Reddish ridges in an oval of 15 by 22 mm.
void DrawFingerprint(Canvas& canvas, const SignPlace& place, Rng rng);

}  // namespace donthu::samples
