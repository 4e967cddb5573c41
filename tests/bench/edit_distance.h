// Levenshtein distance, 64 rows of the table at a time.
#pragma once

#include <cstdint>
#include <string_view>

namespace donthu::bench {

// The fewest symbols to insert, delete or replace to make `a` into `b`.
// Takes |a| * |b| / 64 steps (Myers 1999, in blocks as Hyyrö 2003).
std::int64_t EditDistance(std::u32string_view a, std::u32string_view b);

}  // namespace donthu::bench
