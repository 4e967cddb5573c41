// Senders of the rules, mended by what the field model marked.
#pragma once

#include <vector>

#include "models/fields.h"
#include "stages/extract/letter_view.h"
#include "stages/extract/tagged_spans.h"

namespace donthu {

// Whom the model names are the senders, where it names anybody; data belong to
// the person named before them. `spans`: in order of the text.
void MendSenders(const LetterView& view, const std::vector<TaggedSpan>& spans,
                 std::vector<Sender>& senders);

}  // namespace donthu
