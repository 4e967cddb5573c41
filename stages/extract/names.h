// Names of persons.
#pragma once

#include <optional>
#include <string>
#include <string_view>

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

// Whether it is one of the most common family names, which 95 of 100 people
// have: what begins with another word may be a place.
bool IsFamilyName(std::string_view folded);
bool HasFamilyName(const LetterView& view, const PersonName& name);

// "ÔNG LÊ VĂN A" and "Lê Văn A" are one, by their folded letters; empty where
// there is no name.
std::string NameKey(const OptionalText& name);

// Whether the whole span is one name, perhaps after a form of address.
bool IsName(const LetterView& view, TextSpan span);

}  // namespace donthu
