// Which passages carried the decision, and what contents a letter has.
#pragma once

#include <string_view>
#include <vector>

#include "models/classification.h"
#include "models/fields.h"
#include "models/letter.h"
#include "stages/classify/heads.h"

namespace donthu {

// One to five passages, weightiest first, weights summing to 1 at most; none
// where the letter has no passage.
std::vector<Evidence> EvidenceOf(const Letter& letter, const Reading& reading,
                                 const LetterScores& scores, Label label);

// The classes of the parts, weightiest first: two or more of the four contents
// for hon_hop, else `label` alone.
std::vector<Label> PartLabels(const Reading& reading,
                              const LetterScores& scores, Label label);

// For hon_hop two parts or more of the four classes, else one part of
// `label`; `confidence` is that of a plain letter's label. `text` is what
// `reading` reads.
std::vector<Part> PartsOf(std::string_view text, const Fields& fields,
                          const Reading& reading, const LetterScores& scores,
                          Label label, double confidence);

}  // namespace donthu
