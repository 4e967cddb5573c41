// The lines of a page as the rules on its kind see them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/page_text.h"

namespace donthu {

// Vietnamese letters without tone, hook and bar, in lower case; ASCII in
// lower case; any other code point is a space. Takes decomposed text, too.
std::string Plain(std::string_view utf8);

struct PlainLine {
  std::string text;  // plain, one space between words, none at the ends
  int words = 0;
  double capitals = 0.0;  // share of capital letters among its letters
  double top = 0.0;       // of the line: 0 top to 1 bottom of the page
};

std::vector<PlainLine> PlainLines(const PageText& page);

// Whether `text` holds `phrase` as whole words.
bool Says(std::string_view text, std::string_view phrase);

}  // namespace donthu
