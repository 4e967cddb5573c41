#include "stages/assess/language.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "stages/assess/folding.h"

namespace donthu {
namespace {

// Longest first, so that "ngh" is tried before "n".
constexpr std::array<std::string_view, 27> kOnsets = {
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu",
    "th",  "tr", "b",  "c",  "d",  "g",  "h",  "k",  "l",
    "m",   "n",  "p",  "r",  "s",  "t",  "v",  "x",  ""};

const std::unordered_set<std::string_view>& Rhymes() {
  static const std::unordered_set<std::string_view> kRhymes = {
      "a",   "ac",   "ach",  "ai",   "am",   "an",   "ang",  "anh",  "ao",
      "ap",  "at",   "au",   "ay",   "e",    "ec",   "ech",  "em",   "en",
      "eng", "enh",  "eo",   "ep",   "et",   "eu",   "i",    "ia",   "ich",
      "iec", "iem",  "ien",  "ieng", "iep",  "iet",  "ieu",  "im",   "in",
      "inh", "ip",   "it",   "iu",   "o",    "oa",   "oac",  "oach", "oai",
      "oam", "oan",  "oang", "oanh", "oao",  "oap",  "oat",  "oay",  "oc",
      "oe",  "oen",  "oeo",  "oet",  "oi",   "om",   "on",   "ong",  "ooc",
      "op",  "ot",   "u",    "ua",   "uan",  "uang", "uat",  "uay",  "uc",
      "ue",  "uech", "uenh", "ui",   "um",   "un",   "ung",  "uo",   "uoc",
      "uoi", "uom",  "uon",  "uong", "uop",  "uot",  "uou",  "up",   "ut",
      "uu",  "uy",   "uya",  "uych", "uyen", "uyet", "uynh", "uyt",  "uyu",
      "y",   "yem",  "yen",  "yet",  "yeu"};
  return kRhymes;
}

bool IsSyllable(std::string_view word) {
  return std::any_of(kOnsets.begin(), kOnsets.end(),
                     [&](std::string_view onset) {
                       return word.substr(0, onset.size()) == onset &&
                              Rhymes().count(word.substr(onset.size())) == 1;
                     });
}

bool IsLetterByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80U || (c >= 'a' && c <= 'z');
}

}  // namespace

LanguageShare ShareOfVietnamese(std::string_view utf8) {
  const std::string text = Toneless(utf8);
  int words = 0;
  int syllables = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = std::find_if_not(begin, text.end(), IsLetterByte);
    const auto size = static_cast<std::size_t>(end - begin);
    if (size >= 2) {
      ++words;
      if (IsSyllable(std::string_view(text).substr(at, size))) ++syllables;
    }
    at += size + 1;
  }
  return {words, words == 0 ? 0.0 : static_cast<double>(syllables) / words};
}

}  // namespace donthu
