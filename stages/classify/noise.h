// Copies of a text as a poor scan or a poor typist would leave it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace donthu {

struct NoiseLevels {
  double lost_marks = 0.0;  // share of words that lose all their marks
  double confused = 0.0;    // share of words with one letter taken for another
};

// The same text, levels and seed give the same copy. Line breaks, spaces and
// the number of words stay.
std::string WithNoise(std::string_view text, NoiseLevels levels,
                      std::uint32_t seed);

}  // namespace donthu
