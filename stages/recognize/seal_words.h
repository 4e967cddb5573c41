// What the engine makes of seals that could not be parted from print.
#pragma once

#include <vector>

#include "models/clean_page.h"
#include "models/page_text.h"

namespace donthu {

// Drops words less sure than 0.5 whose middle lies within a round seal in
// black, and lines, paragraphs and blocks that are left without words. Sure
// words stay: print runs beneath seals.
PageText WithoutSealWords(PageText page, const std::vector<InkLayer>& marks);

}  // namespace donthu
