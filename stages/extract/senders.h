// Who wrote the letter.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// The writer first, then others who stand in the opening or in a table of
// signers. Data of the accused, of officials and of witnesses never get in:
// an opening ends where the other side's begins.
std::vector<Sender> SendersIn(const LetterView& view, const Zones& zones);

// Names printed under the signature, top to bottom.
std::vector<TextSpan> SignedNames(const LetterView& view, const Zones& zones);

}  // namespace donthu
