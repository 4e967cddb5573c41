#include "models/letter_sketch.h"

#include <cstddef>

namespace donthu {

// Of the least kSketchPairs of both together, how many are in both.
double Likeness(const std::vector<std::uint32_t>& a,
                const std::vector<std::uint32_t>& b) {
  if (a.empty() || b.empty()) return 0.0;
  std::size_t seen = 0;
  std::size_t shared = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (seen < kSketchPairs && (left != a.end() || right != b.end())) {
    const bool from_left =
        right == b.end() || (left != a.end() && *left <= *right);
    const bool from_right =
        left == a.end() || (right != b.end() && *right <= *left);
    if (from_left && from_right) ++shared;
    if (from_left) ++left;
    if (from_right) ++right;
    ++seen;
  }
  return static_cast<double>(shared) / static_cast<double>(seen);
}

}  // namespace donthu
