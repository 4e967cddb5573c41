// What extraction learnt: where fields stand, and how sure a value is.
#pragma once

#include <optional>

#include "stages/extract/confidence.h"
#include "stages/extract/tagger.h"

namespace donthu {

struct FieldModel {
  Tagger tagger;
  std::optional<FieldConfidence> confidence;  // empty: not fitted
};

}  // namespace donthu
