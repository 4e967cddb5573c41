// How far a recognized text is from the truth.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace donthu::bench {

struct ErrorCount {
  std::int64_t errors = 0;  // inserted, deleted and replaced
  std::int64_t length = 0;  // of the truth

  friend bool operator==(const ErrorCount&, const ErrorCount&) = default;
};

// Errors over length: above 1 where much was invented. An empty truth read
// as empty is 0, read as anything else 1.
double Rate(const ErrorCount& count);

struct TextErrors {
  ErrorCount characters;  // code points, single spaces between words included
  ErrorCount words;       // whatever stands between white space

  friend bool operator==(const TextErrors&, const TextErrors&) = default;
};

// Adds up pages of a document.
TextErrors& operator+=(TextErrors& sum, const TextErrors& page);

// What is compared: NFC, every run of white space one space, none at the
// ends. Each broken byte of UTF-8 is one U+FFFD.
std::u32string Comparable(std::string_view utf8);

TextErrors CompareTexts(std::string_view truth, std::string_view read);

}  // namespace donthu::bench
