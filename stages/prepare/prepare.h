// prepare: the scan's pixels to an upright gray page fit for recognition.
#pragma once

#include <string_view>

#include "models/clean_page.h"
#include "models/page_image.h"
#include "models/result.h"

namespace donthu {

// Thread-safe: Run() is const and keeps nothing.
class Prepare {
 public:
  static constexpr std::string_view kName = "prepare";
  struct Input {
    const PageImage& page;
    int rotation_deg = 0;  // 0, 90, 180, 270: turn the scan clockwise by this
  };
  using Output = CleanPage;

  Result<Output> Run(Input input) const;
};

}  // namespace donthu
