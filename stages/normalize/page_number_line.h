// The page's number among the lines of a page.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "stages/normalize/paragraphs.h"

namespace donthu {

// The line that holds the page's number and nothing else: outermost at head or
// foot, apart from the text, in the middle or at the right. Sizes of the page
// in pixels. None among lines without boxes.
std::optional<std::size_t> PageNumberLine(const std::vector<CleanLine>& lines,
                                          int width_px, int height_px);

}  // namespace donthu
