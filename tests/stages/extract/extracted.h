// Fields of a letter written as plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/text_offsets.h"
#include "stages/extract/extract.h"
#include "stages/normalize/normalize.h"

namespace donthu {

inline Fields Extracted(std::string_view text) {
  return Extract().Run(Normalize().FromPlainText(text).value()).value();
}

// Where `words` stand first; the letter holds them.
inline TextSpan SpanOfWords(const Letter& letter, const std::string& words) {
  const TextOffsets offsets(letter.text);
  const std::size_t at = letter.text.find(words);
  return {offsets.IndexOf(at), offsets.IndexOf(at + words.size())};
}

inline std::string Value(const OptionalText& field) {
  return field ? field->value : "(absent)";
}

// "a | b": the values, in order.
inline std::string Joined(const std::vector<LocatedText>& items) {
  std::string joined;
  for (const LocatedText& item : items) {
    joined += (joined.empty() ? "" : " | ") + item.value;
  }
  return joined;
}

// "Lê Văn Tám | Lê Thị Chín": of senders or respondents.
template <typename Party>
std::string NamesOf(const std::vector<Party>& parties) {
  std::string names;
  for (const Party& party : parties) {
    names += (names.empty() ? "" : " | ") + Value(party.name);
  }
  return names;
}

}  // namespace donthu
