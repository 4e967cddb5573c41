// split: the pages of a file to letters.
#pragma once

#include <string_view>
#include <vector>

#include "models/letter.h"
#include "models/result.h"

namespace donthu {

// The pages of one letter, in order.
struct PageRun {
  int first_index = 0;  // into the pages given
  int last_index = 0;   // half open

  friend bool operator==(const PageRun&, const PageRun&) = default;
};

// Thread-safe: Run() is const and keeps nothing.
class Split {
 public:
  static constexpr std::string_view kName = "split";
  using Input = const std::vector<NumberedPage>&;
  using Output = std::vector<PageRun>;

  // One letter a file: one run over all pages; none where there is no page.
  Result<Output> Run(Input pages) const;
};

}  // namespace donthu
