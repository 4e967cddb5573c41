// A page as lines in a row, to be put into another order.
#pragma once

#include <cstddef>
#include <vector>

#include "models/page_text.h"

namespace donthu {

// A line and what it belongs to. Lines in succession with one `block` are one
// block, within it those with one `paragraph` one paragraph; a block may be
// parted by others and then is two.
struct PageLine {
  std::size_t block = 0;
  std::size_t paragraph = 0;
  bool in_table = false;
  TextLine line;
};

// Blocks and paragraphs count from 0 over the page, which is left empty.
std::vector<PageLine> TakeLines(PageText& page);

// Lines without words are left out.
std::vector<Block> BlocksOf(std::vector<PageLine> lines);

}  // namespace donthu
