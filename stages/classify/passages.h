// Where sentences and lines end.
#pragma once

#include <string_view>
#include <vector>

#include "models/letter.h"

namespace donthu {

// Sentences of the text in order, outer spaces off; a line break always ends
// one, a comma only where the sentence would pass 220 code points.
std::vector<TextSpan> PassageSpans(std::u32string_view text);

}  // namespace donthu
