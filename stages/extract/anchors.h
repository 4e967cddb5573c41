// Key words as OCR leaves them.
#pragma once

#include <string_view>

#include "stages/extract/letter_view.h"

namespace donthu {

// How many characters of `line` (folded) the key word `anchor` (folded)
// takes at its start, one character wrong, missing or too many allowed; 0
// where it does not begin so. A wrong mark is no error: folding removed it.
int AnchorLength(std::string_view line, std::string_view anchor);

}  // namespace donthu
