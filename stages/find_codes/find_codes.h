// find_codes: barcodes and two-dimensional codes on a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/page_image.h"
#include "models/record.h"
#include "models/result.h"

namespace donthu {

// Reads QR Code, Data Matrix, PDF417, Code 128, Code 39, ITF and EAN, in any
// turn. First it looks on a reduced page where dark and light are as evenly
// mixed as in a code and in no text; only such places are decoded.
//
// Thread-safe: Run() is const and keeps nothing.
class FindCodes {
 public:
  static constexpr std::string_view kName = "find_codes";
  // Part of the cache key: the stage's version, then that of the decoder.
  static std::string Version();
  using Input = const PageImage&;  // gray, upright
  // Boxes in pixels of the page, from top to bottom, then left to right.
  // `format` is "QRCode", "DataMatrix", "PDF417", "Code128", "Code39", "ITF",
  // "EAN-13" or "EAN-8"; `text` UTF-8, perhaps with control characters.
  using Output = std::vector<BarcodeMark>;

  // A page without a code has none; that is no failure. Fails with
  // kImageUnreadable where sizes and bytes of the page disagree.
  Result<Output> Run(Input page) const;
};

}  // namespace donthu
