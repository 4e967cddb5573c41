// Names of persons.
#pragma once

#include <optional>

#include "stages/extract/letter_view.h"

namespace donthu {

struct PersonName {
  TextSpan span;      // the name alone
  char gender = '?';  // by "ông"/"anh" 'm', "bà"/"chị"/"cô" 'f'
  TextSpan title;     // that word; empty where there is none
};

// A name of two to seven words, each with a capital letter first, that
// begins at `position` (after spaces, ":" and one form of address). Stops at
// `limit`, at punctuation and before words that are no name ("Chủ tịch",
// "UBND", "CCCD"). Empty where none stands there.
std::optional<PersonName> NameAt(const LetterView& view, int position,
                                 int limit);

// Whether it begins with one of the most common family names, which 95 of 100
// people have: what begins with another word may be a place.
bool HasFamilyName(const LetterView& view, const PersonName& name);

// Whether the whole span is one name, perhaps after a form of address.
bool IsName(const LetterView& view, TextSpan span);

}  // namespace donthu
