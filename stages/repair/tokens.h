// A letter as the language model sees it.
#pragma once

#include <string>
#include <vector>

#include "models/letter.h"

namespace donthu {

enum class TokenKind {
  kBreak,   // punctuation, the end of a paragraph, what is no word
  kNumber,  // begins with a figure
  kName,    // capitalized beside another capitalized word
  kWord,
};

struct Token {
  TokenKind kind = TokenKind::kBreak;
  std::u32string text;  // of a word or name: lower case
  TextSpan span;        // its letters in Letter::text; empty in a break
  int word = -1;        // index into Letter::words; -1 in a break
  bool quoted = false;  // between quotation marks

  friend bool operator==(const Token&, const Token&) = default;
};

// Begins and ends with a break; never two breaks in succession. Written in
// capitals only, a word is a kWord.
std::vector<Token> TokensOf(const Letter& letter);

}  // namespace donthu
