// The data of one person, within a span that is about that person alone.
#pragma once

#include "stages/extract/letter_view.h"
#include "stages/extract/names.h"

namespace donthu {

// Fills what `within` holds of birth, papers, address, phone and e-mail;
// what is filled already stays. A number with a letter among its digits, or
// glued to them, is left out rather than mended or cut short.
void FillIdentity(const LetterView& view, TextSpan within, Sender& sender);

// A table's cell that holds a day or year of birth, or an identity number
// without a label; nothing where the cell holds more or less.
OptionalText BirthIn(const LetterView& view, TextSpan cell);
void FillBareId(const LetterView& view, TextSpan cell, Sender& sender);

// The first e-mail address.
OptionalText EmailIn(const LetterView& view, TextSpan within);

// The first telephone number: mobile or landline in any spacing, old
// eleven-digit numbers turned into today's (brief §6.9).
OptionalText PhoneIn(const LetterView& view, TextSpan within);

// Digits in national form, or empty where they are no telephone number:
// "+84912345678" and "84912345678" to "0912345678", "01692345678" to
// "0392345678".
std::string NationalPhone(std::string digits);

}  // namespace donthu
