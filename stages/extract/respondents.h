// Whom the letter complains of or denounces.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// By label ("Người bị tố cáo: …"), by sentence ("tố cáo ông …, chức vụ …"),
// else who issued the first decision complained of. A body's name stands in
// `name` and, without a leading post, in `organisation`. A sender is none.
std::vector<Respondent> RespondentsIn(const LetterView& view,
                                      const Zones& zones,
                                      const std::vector<DecisionRef>& decisions,
                                      const std::vector<Sender>& senders);

}  // namespace donthu
