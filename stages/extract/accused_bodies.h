// Bodies that a letter is directed against, by the sentence that says so.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// Accused in so many words ("khiếu nại UBND xã A", "không đồng ý cách làm của
// Trạm B"), and its head where one is named; not "huyện" alone.
void AddAccusedBodies(const LetterView& view, TextSpan within,
                      const Zones& zones, std::vector<Respondent>& respondents);

// "UBND huyện A làm như thế là …": blamed by what follows the name.
void AddBlamedBodies(const LetterView& view, TextSpan body, const Zones& zones,
                     std::vector<Respondent>& respondents);

// "Tôi từng làm công nhân cho Công ty …": who denounces an employer seldom
// names it again.
void AddEmployer(const LetterView& view, TextSpan body, const Zones& zones,
                 std::vector<Respondent>& respondents);

}  // namespace donthu
