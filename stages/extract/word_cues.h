// The words of a letter as the field model sees them.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/tagged_spans.h"
#include "stages/extract/tagger.h"
#include "stages/extract/zones.h"

namespace donthu {

// The cues of each word: itself and its neighbours, its line, what leads to
// it, and what the rules (`found`) make of it.
std::vector<WordCues> CuesOf(const LetterView& view, const Zones& zones,
                             const std::vector<TextSpan>& words,
                             const std::vector<TaggedSpan>& found);

}  // namespace donthu
