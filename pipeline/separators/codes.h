// The adapter to ZXing-C++ that draws codes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/result.h"

namespace donthu {

// Dark and light modules, no quiet zone. A code of bars is one row.
struct CodeModules {
  int width = 0;
  int height = 0;
  std::vector<bool> dark;  // row-major

  bool At(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                static_cast<std::size_t>(x)];
  }
};

// `text` ASCII. Both fail with kInternal where it does not fit. A QR Code
// with a quarter of its words to spare (level Q).
Result<CodeModules> QrCodeOf(std::string_view text);
Result<CodeModules> Code128Of(std::string_view text);

}  // namespace donthu
