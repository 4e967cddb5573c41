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

// Looks around the number of `decision` for its date, issuer and subject, if
// it has none. Days without a year are the last ones that are not after
// `last_day`, an ISO date, and are left where that is not a whole one.
void FillSaid(const LetterView& view, std::string_view last_day,
              DecisionRef& decision);

// Numbers of the Prime Minister and of Government ("2099/QĐ-TTg"), folded:
// rules for all, of which nobody complains.
bool IsGeneralRule(std::string_view folded);

// "905/QĐ-UBND" of "905 / QĐ - UBND".
std::string CompactNumber(std::string_view text);

}  // namespace donthu
