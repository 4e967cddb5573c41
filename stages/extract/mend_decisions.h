// Decisions of the rules, mended by what the field model marked.
#pragma once

#include <vector>

#include "models/fields.h"
#include "stages/extract/letter_view.h"
#include "stages/extract/tagged_spans.h"

namespace donthu {

// Adds those that only the model found, and dates and issuers that it marks to
// the nearest that has none; what is not marked is looked for around the
// number (FillSaid). `letter_date`: of days without a year. `spans`: in order
// of the text.
void MendDecisions(const LetterView& view, const std::vector<TaggedSpan>& spans,
                   const OptionalText& letter_date,
                   std::vector<DecisionRef>& decisions);

}  // namespace donthu
