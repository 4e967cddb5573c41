// The letter as its own pages tell it.
#pragma once

#include <vector>

#include "models/letter.h"
#include "models/record.h"

namespace donthu {

// U+000A in place of each code point that stands on an attachment, envelope
// or transfer note, whose words and lines go; so every span keeps its place.
// `roles` are those of `letter.pages`. Unchanged where no page is the
// letter's own: a person must see what there is.
Letter OwnPages(Letter letter, const std::vector<PageStatus>& roles);

}  // namespace donthu
