// extract: a letter's text to the fields of a record, by rules over lines
// and zones (brief §6).
#pragma once

#include <string_view>

#include "models/fields.h"
#include "models/letter.h"
#include "models/result.h"

namespace donthu {

// Thread-safe: Run() is const; the patterns are compiled once.
class Extract {
 public:
  static constexpr std::string_view kName = "extract";
  using Input = const Letter&;
  using Output = Fields;

  Result<Output> Run(Input letter) const;
};

}  // namespace donthu
