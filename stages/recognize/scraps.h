// What is read where no text is: rules of tables, strokes of a pen.
#pragma once

#include "models/page_text.h"

namespace donthu {

// Drops words that hold a mark of rules or strokes (| _ = ^ ` { } \) and
// neither letter nor digit, words flatter than a quarter of the page's middle
// word, and takes the bars of a table's rules off the ends of the others.
// Dashes, dots, quotation marks alone and equals signs that the engine is sure
// of stay: letters have them. Boxes of words stay as read; a line, paragraph or
// block left without words goes.
PageText WithoutScraps(PageText page);

}  // namespace donthu
