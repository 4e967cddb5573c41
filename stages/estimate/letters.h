// Vietnamese letters apart: the letter itself, its tone, its case.
#pragma once

#include <string_view>
#include <vector>

#include "models/vietnamese.h"

namespace donthu {

struct VietnameseLetter {
  // Lower case without tone: ế gives ê. What is no letter stays as it is.
  char32_t base = 0;
  Tone tone = Tone::kLevel;
  bool capital = false;

  friend bool operator==(const VietnameseLetter&,
                         const VietnameseLetter&) = default;
};

// One for each letter of `utf8`, composed or not; U+FFFD for a byte that is
// no UTF-8.
std::vector<VietnameseLetter> LettersOf(std::string_view utf8);

// a to z, and the seven letters that Vietnamese adds.
bool IsLetter(const VietnameseLetter& letter);
bool IsFigure(const VietnameseLetter& letter);

}  // namespace donthu
