// Decisions, notices, conclusions and judgments that a letter refers to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// Each once, where it stands first; laws, decrees and circulars are none.
std::vector<DecisionRef> DecisionsIn(const LetterView& view,
                                     const Zones& zones);

// Numbers of the Prime Minister and of Government ("2099/QĐ-TTg"), folded:
// rules for all, of which nobody complains.
bool IsGeneralRule(std::string_view folded);

// "905/QĐ-UBND" of "905 / QĐ - UBND".
std::string CompactNumber(std::string_view text);

}  // namespace donthu
