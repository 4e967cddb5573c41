// The number printed at a page's head or foot.
#pragma once

#include <string_view>

namespace donthu {

struct PrintedNumber {
  int page = 0;   // from 1; 0: none
  int count = 0;  // of all pages; 0: not told
};

// Of a line (UTF-8) that holds nothing else: "2", "- 2 -", "Trang 2/3". At
// most 200, so that a year is none.
PrintedNumber PrintedNumberIn(std::string_view line);

}  // namespace donthu
