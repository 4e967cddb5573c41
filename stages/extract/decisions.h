// Decisions, notices, conclusions and judgments that a letter refers to.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// Each once, where it stands first; laws, decrees and circulars are none.
std::vector<DecisionRef> DecisionsIn(const LetterView& view,
                                     const Zones& zones);

}  // namespace donthu
