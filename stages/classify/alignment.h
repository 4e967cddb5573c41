// Where passages of a text stand in the same text as an engine read it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "models/letter.h"

namespace donthu {

// The spans of `from`, by code points, in `to`: from the first to the last
// word that both texts hold in the same order, marks and case aside; empty
// where less than half of the words of a span is found. As many as `spans`.
std::vector<std::optional<TextSpan>> CarriedSpans(
    std::string_view from, const std::vector<TextSpan>& spans,
    std::string_view to);

}  // namespace donthu
