// Seals, stamps and strokes of a pen: ink that is not the letter's print.
#pragma once

#include <optional>
#include <string>

#include "models/geometry.h"

namespace donthu {

// As in the record; known codes in docs/record.md, `pages[].stamps[]`.
struct StampMark {
  std::string kind;
  std::string shape;
  std::string color;
  BoxPx box;
  std::optional<double> confidence;

  friend bool operator==(const StampMark&, const StampMark&) = default;
};

}  // namespace donthu
