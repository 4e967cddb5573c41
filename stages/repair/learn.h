// The language model from letters.
#pragma once

#include <vector>

#include "models/letter.h"
#include "stages/repair/language_model.h"

namespace donthu {

// Holds words and pairs that at least three letters have, so that no name or
// address of one letter is kept; names and numbers are classes before anything
// is counted. Does not depend on the order of `letters`. `data_sha256` is left
// empty.
LanguageCounts CountWords(const std::vector<Letter>& letters);

}  // namespace donthu
