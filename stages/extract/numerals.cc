#include "stages/extract/numerals.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace donthu {
namespace {

struct Numeral {
  std::string_view word;
  int value;
};

// 0 for a word that is none.
int OneOf(std::string_view word) {
  constexpr std::array<Numeral, 11> kOnes = {{{"mot", 1},
                                              {"hai", 2},
                                              {"ba", 3},
                                              {"bon", 4},
                                              {"tu", 4},
                                              {"nam", 5},
                                              {"lam", 5},
                                              {"sau", 6},
                                              {"bay", 7},
                                              {"tam", 8},
                                              {"chin", 9}}};
  for (const Numeral& one : kOnes) {
    if (one.word == word) return one.value;
  }
  return 0;
}

}  // namespace

int WordedNumber(std::string_view folded) {
  int tens = 0;
  int ones = 0;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    const std::string_view word = folded.substr(0, end);
    folded.remove_prefix(std::min(end + 1, folded.size()));
    if (word == "muoi") {
      if (tens != 0) return 0;
      tens = std::max(ones, 1);
      ones = 0;
    } else if (word == "ham") {
      if (tens != 0 || ones != 0) return 0;
      tens = 2;
    } else {
      if (ones != 0) return 0;
      ones = OneOf(word);
      if (ones == 0) return 0;
    }
  }
  return tens * 10 + ones;
}

}  // namespace donthu
