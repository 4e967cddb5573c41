// Whom the letter complains of or denounces.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// Whom labels and lists name: "Người bị tố cáo: …", "Tôi tố cáo những người
// sau đây:", a table below "NGƯỜI BỊ TỐ CÁO". No such person is a sender.
std::vector<Respondent> ListedRespondents(const LetterView& view,
                                          const Zones& zones);

// `listed`, then by sentence ("tố cáo ông …, chức vụ …"), else who issued the
// first decision complained of. A body's name stands in `name` and, without a
// leading post, in `organisation`. A sender is none.
std::vector<Respondent> RespondentsIn(const LetterView& view,
                                      const Zones& zones,
                                      std::vector<Respondent> listed,
                                      const std::vector<DecisionRef>& decisions,
                                      const std::vector<Sender>& senders);

}  // namespace donthu
