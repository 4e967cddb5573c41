// Tables that the engine read by columns.
#pragma once

#include "models/page_text.h"

namespace donthu {

// Two blocks in succession are the columns of one table where the second lies
// right of the first, at least four of their lines stand side by side and all
// but one of them do, and the lines of the left one begin at one edge (which
// tells a table from a letterhead or two signatures, whose lines are
// centred). They become one block that is read row by row; all else keeps its
// order, and no word is lost or changed.
PageText WithTableRows(PageText page);

}  // namespace donthu
