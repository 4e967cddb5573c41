// Letters of other scripts that look like Vietnamese ones, and letters that
// are read for digits.
#pragma once

#include <string>

namespace donthu {

// Đ and đ for the letters that are printed alike: Ð and ð (U+00D0, U+00F0)
// and Ɖ, ɖ (U+0189, U+0256). Any other code unit is its own answer.
char16_t EthAsD(char16_t unit);

// Puts Latin letters for the Cyrillic and Greek ones that look the same, in
// words (runs between spaces) that hold a Latin letter; a word all in
// another script stays. True where anything changed.
bool MendLookAlikes(std::u16string& text);

// Puts digits and "/" for what the engine reads in their place beside digits:
// ó for 6 where no letter stands beside it, § for 8 and the fraction slash
// (U+2044) between digits, ¡ for 1 before a digit. No Vietnamese word or number
// holds these there. True where anything changed.
bool MendNumbers(std::u16string& text);

}  // namespace donthu
