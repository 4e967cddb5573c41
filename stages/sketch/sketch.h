// sketch: from a letter what is needed to find it again.
#pragma once

#include <string>
#include <string_view>

#include "models/fields.h"
#include "models/letter_sketch.h"
#include "models/result.h"

namespace donthu {

// Words are compared without marks and case: they are what recognition loses
// first. Formulas that stand in any letter are left out. A letter of fewer than
// 30 words has no pairs, since headings alone make it like others, and is not
// like any.
//
// Thread-safe: Run() is const and keeps nothing.
class Sketch {
 public:
  static constexpr std::string_view kName = "sketch";
  struct Input {
    const std::string& text;  // Record::text
    const Fields& fields;
  };
  using Output = LetterSketch;

  // Never fails.
  Result<Output> Run(Input input) const;
};

}  // namespace donthu
