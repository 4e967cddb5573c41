// Respondents of the rules, mended by what the field model marked.
#pragma once

#include <vector>

#include "models/fields.h"
#include "stages/extract/letter_view.h"
#include "stages/extract/tagged_spans.h"
#include "stages/extract/zones.h"

namespace donthu {

// Whom the model marks are the respondents; what the rules know of one at the
// same place stays. A post whose holder is named beside it is that person.
// `spans`: in order of the text.
void MendRespondents(const LetterView& view, const Zones& zones,
                     const std::vector<TaggedSpan>& spans,
                     std::vector<Respondent>& respondents);

}  // namespace donthu
