// Whether a text is Vietnamese, by how its words are built.
#pragma once

#include <string_view>

namespace donthu {

struct LanguageShare {
  int words = 0;       // of letters alone, two letters or more
  double share = 0.0;  // of them built like a Vietnamese syllable, 0 to 1
};

// A syllable is an onset and a rhyme of the spelling; marks are not asked
// for, so that a letter typed without them counts too.
LanguageShare ShareOfVietnamese(std::string_view utf8);

}  // namespace donthu
