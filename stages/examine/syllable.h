// Whether a word can be Vietnamese by its spelling.
#pragma once

#include <string_view>

namespace donthu {

// One syllable: an initial that the language has, a vowel group, a final that
// it has; marks are looked past, case too. Punctuation at the ends does not
// count. False for what has no vowel, figures, abbreviations.
bool IsSyllable(std::string_view utf8);

}  // namespace donthu
