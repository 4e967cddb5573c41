// All measures of a page's reading.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "models/clean_page.h"
#include "models/page_text.h"
#include "stages/estimate/ink_measures.h"
#include "stages/estimate/word_measures.h"

namespace donthu {

inline constexpr std::size_t kPageMeasures =
    kWordMeasures.size() + kInkMeasures.size();
// The words' first.
using PageMeasures = std::array<double, kPageMeasures>;

std::string_view NameOfMeasure(std::size_t index);

// Expects a gray page, as many pixels as its size tells.
PageMeasures MeasurePage(const CleanPage& page, const PageText& text);

}  // namespace donthu
