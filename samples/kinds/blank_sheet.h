// Sheets that say nothing, with what one finds on them.
#pragma once

#include <array>
#include <string_view>

#include "models/page_image.h"
#include "models/result.h"
#include "samples/rng.h"

namespace donthu::samples {

enum class BlankMark {
  kNothing,
  kBleedThrough,  // the other side's text, mirrored and pale
  kHoles,         // punched at the left edge, dark as the scanner's lid
  kStains,        // of water, with folds and yellow paper
  kNumber,        // of the page, alone
  kEdges,         // black, where the lid shows beside the sheet
};
inline constexpr std::array<std::string_view, 6> kBlankMarks = {
    "nothing", "bleed_through", "holes", "stains", "number", "edges"};

// `back` is what is printed on the other side. kRgb24 both, of one size.
// Fails as Canvas::Text does.
Result<PageImage> BlankSheet(BlankMark mark, const PageImage& back, Rng rng);

}  // namespace donthu::samples
