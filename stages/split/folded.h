// Vietnamese text without its marks, for cues that survive recognition.
#pragma once

#include <string>
#include <string_view>

namespace donthu {

// Lower case, without marks (đ is d), ASCII; what is no letter, digit or one
// of `/ - . , : ; ! ?` is a space; single spaces, none at the ends. Bytes that
// are not UTF-8 count for nothing.
std::string WithoutMarks(std::string_view utf8);

struct Capitals {
  int upper = 0;
  int lower = 0;
};
// Letters of each case.
Capitals CountCapitals(std::string_view utf8);

// Whether the first letter or digit is a small letter.
bool StartsSmall(std::string_view utf8);

}  // namespace donthu
