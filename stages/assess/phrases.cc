#include "stages/assess/phrases.h"

#include <algorithm>

#include "stages/assess/folding.h"

namespace donthu {

std::string PhraseText(std::string_view letter) {
  std::string plain = CaseFolded(letter);
  std::replace(plain.begin(), plain.end(), '\n', ' ');
  const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
  plain.erase(std::unique(plain.begin(), plain.end(), both_spaces),
              plain.end());
  return plain;
}

bool HoldsPhrase(std::string text, const PhraseList& list) {
  for (const std::string& phrase : list.unless) {
    for (std::size_t at = text.find(phrase); at != std::string::npos;
         at = text.find(phrase, at)) {
      text.replace(at, phrase.size(), "|");
    }
  }
  return std::any_of(list.phrases.begin(), list.phrases.end(),
                     [&](const std::string& phrase) {
                       return text.find(phrase) != std::string::npos;
                     });
}

}  // namespace donthu
