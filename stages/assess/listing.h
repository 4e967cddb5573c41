// What the rows of the legal tables list, asked for one thing.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "stages/assess/legal_tables.h"

namespace donthu {

template <typename T>
bool Has(const std::vector<T>& items, const T& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

// True where `allowed` lists the answer, or nothing.
inline bool Allows(const std::vector<Answer>& allowed,
                   std::optional<bool> value) {
  const Answer answer =
      !value ? Answer::kUnknown : (*value ? Answer::kYes : Answer::kNo);
  return allowed.empty() || Has(allowed, answer);
}

}  // namespace donthu
