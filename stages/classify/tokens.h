// The words of a letter as the classifier sees them: names, numbers and
// addresses are classes, so that no model can carry them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/letter.h"

namespace donthu {

enum class TokenKind { kWord, kName, kNumber };

struct Token {
  std::string text;  // lower case; a class is "<name>", "<money>" …
  std::string bare;  // `text` without marks
  TextSpan span;     // a name of several words is one token
  TokenKind kind = TokenKind::kWord;
  int passage = 0;      // index into Reading::passages
  bool quoted = false;  // inside quotation marks

  friend bool operator==(const Token&, const Token&) = default;
};

// The tokens of `text[span]`, `text` being the whole letter. Never throws.
std::vector<Token> TokensOf(std::u32string_view text, TextSpan span);

}  // namespace donthu
