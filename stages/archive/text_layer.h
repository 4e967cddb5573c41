// The words of a page as invisible text of a PDF's content stream.
#pragma once

#include <string>

#include "models/geometry.h"
#include "models/letter.h"
#include "models/text_offsets.h"
#include "stages/archive/glyph_map.h"

namespace donthu {

// The box of the line, and of its words where they stick out of it: engines
// make both by themselves.
BoxPx WholeLineBox(const Letter& letter, const LetterLine& line);

// The words of page `number`, in the order of the letter, in font /T: each
// as wide as its box, and as high as its line, so that selecting a line
// gives that line; a space fills the gap to the next word. `to_points` leads
// from pixels of the upright page image to user space; `offsets` is of the
// letter's text. Empty where the page has no words.
std::string TextLayer(const Letter& letter, const TextOffsets& offsets,
                      int number, const Homography& to_points,
                      const GlyphMap& glyphs);

}  // namespace donthu
