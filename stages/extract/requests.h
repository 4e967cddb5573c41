// What the letter asks for, and what it encloses.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// The items of a list after "… đề nghị:", else the clauses of the sentences
// that ask, each quoted.
std::vector<LocatedText> RequestsIn(const LetterView& view, const Zones& zones);

}  // namespace donthu
