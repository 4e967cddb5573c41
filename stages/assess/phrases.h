// Phrases of the tables, looked for in a letter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace donthu {

struct PhraseList {
  std::vector<std::string> phrases;  // lower case
  std::vector<std::string> unless;   // taken out of the text first
};

// Case folded, line ends as spaces and none doubled, so that a phrase may run
// over a line or a page.
std::string PhraseText(std::string_view letter);

// `text`: of PhraseText.
bool HoldsPhrase(std::string text, const PhraseList& list);

}  // namespace donthu
