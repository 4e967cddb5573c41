// What a letter is about.
#pragma once

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// The "V/v …" line or "Khiếu nại về việc: …", else the first request; at
// most 300 code points, cut at a space.
OptionalText SummaryIn(const LetterView& view, const Zones& zones,
                       const std::vector<LocatedText>& requests);

// One of the sixteen fields of the contract, by words that weigh; empty
// where no word of any field stands, or two weigh the same.
Judged<std::string> SubjectFieldIn(const LetterView& view, const Zones& zones);

// "lan_dau", "lan_hai" or "tiep", where the letter says so or refers to an
// earlier settlement; else empty.
Judged<std::string> InstanceIn(const LetterView& view, const Zones& zones);

}  // namespace donthu
