// Tables between rules, read cell by cell.
#pragma once

#include <cstddef>
#include <vector>

#include "models/page_image.h"
#include "models/page_text.h"
#include "models/ruled_table.h"

namespace donthu {

// The cells of a table below one another on a sheet of their own: across a
// row, the room between cells spoils the engine's idea of a space, and it
// takes what stands by rules for rules. Rules are left out, and what is white
// around the ink of a cell.
struct TableSheet {
  struct Strip {
    BoxPx box;        // of the page's image
    int left_px = 0;  // on the sheet
    int top_px = 0;
    std::size_t row = 0;  // where its cell begins
    std::size_t column = 0;
  };
  // Empty where no cell has ink, or where it would be four times the page.
  PageImage image;
  std::vector<Strip> strips;  // in reading order
};
// `image`: gray, on which `table` is.
TableSheet SheetOf(const RuledTable& table, const PageImage& image);

// What was read on the sheet as a block of the page (is_table), a row of the
// grid a paragraph; words off the strips are dropped. Without paragraphs where
// words stand in one row or one column alone: a frame, no table.
Block TableOn(const TableSheet& sheet, PageText text);

// The table and its rules become white on `image`.
void Blank(const RuledTable& table, PageImage& image);

// `table` takes its place among what was read around it: where the fewest
// lines above it come after it, and below it before it.
void InsertTable(Block table, PageText& page);

}  // namespace donthu
