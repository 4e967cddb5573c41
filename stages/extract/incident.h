// Where the matter happened.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// The line labelled so, or, in a letter that refers to no decision, the first
// named spot (a road, canal, bridge, dump, market …) that a preposition of
// place leads to and that is nobody's address. Empty where there is none.
OptionalText IncidentPlaceIn(const LetterView& view, const Zones& zones,
                             const Fields& fields);

}  // namespace donthu
