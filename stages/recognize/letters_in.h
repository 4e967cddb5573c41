// Whether a word says something, or is rules and specks.
#pragma once

#include <string_view>

namespace donthu {

// Holds a letter or a figure. `utf8` is what the engine read.
bool HasLetterOrDigit(std::string_view utf8);

}  // namespace donthu
