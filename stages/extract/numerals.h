// Numbers in words.
#pragma once

#include <string_view>

namespace donthu {

// From one to ninety-nine, in folded words as they are said: "muoi lam" is 15,
// "hai muoi sau" 26, "ham ba" 23. 0 for anything else.
int WordedNumber(std::string_view folded);

}  // namespace donthu
