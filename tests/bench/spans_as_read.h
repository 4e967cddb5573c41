// Where values of a letter stand in what an engine read of it.
#pragma once

#include <optional>
#include <vector>

#include "stages/extract/letter_view.h"

namespace donthu::bench {

// The spans of `from` in `to`: from the first to the last word that was read
// of each, rightly or wrongly; empty where less than half of its words were
// read. Words are brought together by the cheapest edits: a word lost or
// added costs one, a word misread twice the share of its letters that are
// wrong. As many as `spans`.
std::vector<std::optional<TextSpan>> SpansAsRead(
    const LetterView& from, const std::vector<TextSpan>& spans,
    const LetterView& to);

}  // namespace donthu::bench
