// adopt: the words that a PDF names by itself, in the place of what the
// engine read of them.
#pragma once

#include <string_view>
#include <vector>

#include "models/geometry.h"
#include "models/page_image.h"
#include "models/page_text.h"
#include "models/result.h"

namespace donthu {

// What a person sees decides, so the engine's reading stays the frame: a word
// of the file is taken where it lies on a word that was read and is nearly the
// same, and only if most words of the page agree so. A text that lies, that
// another program's recognition left, or whose fonts name other letters than
// they draw, changes nothing. Words typed for TCVN3 or VNI fonts become
// Unicode first; the case is the one that was seen (fonts of capitals).
//
// Thread-safe: Run() is const and keeps nothing.
class Adopt {
 public:
  static constexpr std::string_view kName = "adopt";
  // Part of the cache key: grows when the same page would come out otherwise.
  static constexpr int kVersion = 1;
  struct Input {
    PageText text;
    const std::vector<NamedWord>& words;  // in pixels of the scan
    // From pixels of the page to those of the scan.
    const Homography& to_source;
  };
  struct Output {
    PageText text;       // words that were taken have confidence 1
    double share = 0.0;  // of the words, 0 to 1: taken from the file
  };

  // Never fails.
  Result<Output> Run(Input input) const;
};

}  // namespace donthu
