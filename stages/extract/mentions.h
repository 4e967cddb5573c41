// What the field model marked, brought together with what the rules found.
#pragma once

#include <vector>

#include "models/fields.h"
#include "stages/extract/chain.h"
#include "stages/extract/letter_view.h"
#include "stages/extract/tagged_spans.h"
#include "stages/extract/zones.h"

namespace donthu {

// Adds to `marked` (of the model, in order of the text) the respondents that
// only the rules found, where the model thinks it likely enough; where there is
// none then, the words that are the likeliest, if they are likely enough.
void AddLikelyRespondents(const std::vector<TaggedSpan>& rules,
                          const std::vector<TextSpan>& words,
                          const ChainProbabilities& likely,
                          std::vector<TaggedSpan>& marked);

// `fields` of the rules, mended by the spans of the model (in order of the
// text): a person or thing that both found keeps what the rules know of it
// (role, gender, kind); what only the model found is added; respondents that
// only the rules found go, and senders, requests and attachments, unless the
// model found none of their kind. Decisions stay, and gain.
void Mend(const LetterView& view, const Zones& zones,
          const std::vector<TaggedSpan>& spans, Fields& fields);

}  // namespace donthu
