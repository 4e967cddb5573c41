// What the image of a page tells of its reading.
#pragma once

#include <array>
#include <string_view>

#include "models/clean_page.h"
#include "models/page_text.h"

namespace donthu {

inline constexpr std::array<std::string_view, 4> kInkMeasures = {
    "missed",  // letters of ink in rows of three and more outside of words,
               // share of all letters of ink
    "specks",  // specks a letter of ink, at most 1
    "faint",   // 1 less the darkness of letters: 0 black to 1
    "small"};  // how far letters stay below 16 pixels of the scan: 0 to 1
using InkMeasures = std::array<double, kInkMeasures.size()>;

// Expects a gray page, as many pixels as its size tells.
InkMeasures MeasureInk(const CleanPage& page, const PageText& text);

}  // namespace donthu
