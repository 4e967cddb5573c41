// What speaks for each value that was found in a letter.
#pragma once

#include <vector>

#include "models/fields.h"
#include "stages/extract/chain.h"
#include "stages/extract/confidence.h"
#include "stages/extract/letter_view.h"
#include "stages/extract/tagged_spans.h"

namespace donthu {

// How the values were found.
struct FindingWay {
  const std::vector<TaggedSpan>& rules;   // by the rules alone
  const std::vector<TaggedSpan>& marked;  // by the field model
  const std::vector<TextSpan>& words;     // of the chain
  const ChainProbabilities& likely;       // of the same chain
};

// Of each value that EachValue() visits, in its order.
std::vector<ValueSigns> SignsOf(const LetterView& view, const Fields& fields,
                                const FindingWay& way);

}  // namespace donthu
