// normalize: recognized pages to one text, every offset with its way back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/letter.h"
#include "models/result.h"

namespace donthu {

// NFC, one space between words, no control characters, look-alike letters
// of other scripts put right inside Vietnamese words (Ð to Đ …), lines of a
// paragraph joined, over the end of a page, too. A page's own number is no part
// of the text.
//
// Thread-safe: Run() is const and keeps nothing.
class Normalize {
 public:
  static constexpr std::string_view kName = "normalize";
  using Input = const std::vector<NumberedPage>&;
  using Output = Letter;

  // Fails with kTextInvalid where a word is not UTF-8.
  Result<Output> Run(Input pages) const;

  // A letter that never was a scan: lines end in U+000A, every line is a
  // paragraph of its own; no boxes. What was typed for TCVN3 or VNI fonts or
  // in VIQR, and saved as UTF-8 as if it were French, becomes Unicode. Fails
  // with kTextInvalid.
  Result<Output> FromPlainText(std::string_view text) const;
};

// The rules for one string: NFC, spaces, control characters, look-alikes,
// nothing outside the Basic Multilingual Plane. Idempotent. Fails with
// kTextInvalid where `text` is not UTF-8.
Result<std::string> NormalizedText(std::string_view text);

}  // namespace donthu
