// The letters of samples/letters: text with its fields marked.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace donthu::bench {

struct MarkedLetter {
  std::map<std::string, std::string> head;  // "label" → "to_cao" …
  std::string text;                         // one line a paragraph
  // "senders.1.phone" → canonical value
  std::vector<std::pair<std::string, std::string>> marks;
  // Of each mark how it stands in the text, and the how manyeth of such
  // places it is, from 0.
  struct Place {
    std::string raw;
    int before = 0;
  };
  std::vector<Place> places;
};

// Blocks become lines; of two columns the left one comes first, as it does
// in reading order. Empty head where the file has none.
MarkedLetter ReadMarkedLetter(const std::string& path);

}  // namespace donthu::bench
