// The adapter to ICU: the spelling of one string, the case of its letters.
#pragma once

#include <string>
#include <string_view>

#include "models/result.h"

namespace donthu {

struct CleanText {
  std::string text;  // UTF-8, NFC, trimmed; empty where nothing is left
  int replaced = 0;  // code points beyond the BMP, now U+FFFD
};

// In this order: full-width forms to ASCII, Ð to Đ; control, zero-width and
// soft-hyphen characters removed; any run of spaces to one U+0020; marks of
// one vowel ordered as Vietnamese does (â + acute, also where the acute was
// typed first) and composed; Cyrillic and Greek letters that look Latin put
// right in words that hold a Latin letter. Fails with kTextInvalid.
Result<CleanText> CleanedText(std::string_view utf8);

struct LetterCases {
  int upper = 0;
  int lower = 0;
};

// How many letters of `utf8` are of either case; `utf8` valid.
LetterCases CountCases(std::string_view utf8);

enum class FirstLetter { kUpper, kLower, kNone };

// The case of the first code point; kNone where it is no cased letter.
FirstLetter FirstLetterOf(std::string_view utf8);

}  // namespace donthu
