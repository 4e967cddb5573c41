// Names of persons as they were printed, from how an engine read them.
#pragma once

#include <string>

#include "stages/extract/letter_view.h"

namespace donthu {

// The name at `span`, with the marks that the engine is surest of among the
// places of the letter that hold the same letters ("Phàn Dào Chăn", and below
// the signature "Phàn Dào Chẳn"), and as TidyName() has it. No word is changed
// into one that was not read: names are nobody's to correct.
std::string PrintedName(const LetterView& view, TextSpan span);

// "Lò VănInh" as "Lò Văn Inh", "Bùi Thị 'Thơm" as "Bùi Thị Thơm". K'Brôi
// stays, and so does what begins with no family name ("VinGroup").
std::string TidyName(const std::string& name);

}  // namespace donthu
