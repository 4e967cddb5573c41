// What the rows of the legal tables list, asked for one thing.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "stages/assess/legal_tables.h"

namespace donthu {

template <typename T>
bool Has(const std::vector<T>& items, const T& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

// The row of that `id`; none: null.
template <typename T, std::size_t N>
const T* RowOf(const std::array<T, N>& rows, std::string_view id) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const T& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

// True where `allowed` lists the answer, or nothing.
inline bool Allows(const std::vector<Answer>& allowed,
                   std::optional<bool> value) {
  const Answer answer =
      !value ? Answer::kUnknown : (*value ? Answer::kYes : Answer::kNo);
  return allowed.empty() || Has(allowed, answer);
}

}  // namespace donthu
