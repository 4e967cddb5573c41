// estimate: how much of a page was read wrongly, without its truth.
#pragma once

#include <string_view>

#include "models/clean_page.h"
#include "models/page_text.h"
#include "models/result.h"

namespace donthu {

// Expected character error rate: insertions, deletions and replacements of
// code points over the length of the true text. A sum of measures of words and
// ink (page_measures.h) with weights that were fitted to drawn pages
// (fitted.h, docs/decisions/0017-predicted-quality.md); more of any measure
// never makes it less.
//
// Thread-safe: Run() is const and keeps nothing.
class Estimate {
 public:
  static constexpr std::string_view kName = "estimate";
  // Part of the cache key: grows when the same page would come out otherwise.
  static constexpr int kVersion = 2;
  struct Input {
    const CleanPage& page;
    const PageText& text;  // as recognized: nothing left out of it
  };
  using Output = double;  // 0 to 1, four decimals; 1 where nothing was read

  // Fails with kImageUnreadable where sizes and bytes of the page disagree or
  // it is not gray.
  Result<Output> Run(Input input) const;
};

}  // namespace donthu
