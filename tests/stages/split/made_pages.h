// Pages of made-up text for the tests of split.
#pragma once

#include <string>
#include <vector>

#include "models/page_json.h"

namespace donthu {

// A page on which each of `lines` stands below the other, from the left
// margin; a line fills the width in so far as it has letters (60 of them). A
// line that begins with a tab stands in the middle.
PageResult MadeTextPage(int number, const std::vector<std::string>& lines);

// The same at the foot of the page: the last line is at its end.
PageResult MadeFullPage(int number, std::vector<std::string> lines);

}  // namespace donthu
