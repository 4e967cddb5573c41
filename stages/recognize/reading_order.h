// The order in which a person reads the lines of a page.
#pragma once

#include "models/page_text.h"

namespace donthu {

// Parts columns that the engine read across: a letterhead (organisation left,
// national title right) and a signature block ("Nơi nhận" left, signature
// right). Each becomes two blocks, left before right; no word is lost or
// changed, all else keeps the engine's order.
//
// Rows count as columns where at least two of them leave the same wide gap
// and the lines right of it are centred on one axis; if those are equally wide,
// the lines left of it are, too. Tables and forms, whose columns begin or end
// together, stay as rows.
PageText InReadingOrder(PageText page);

}  // namespace donthu
