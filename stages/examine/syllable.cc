#include "stages/examine/syllable.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "stages/examine/plain_text.h"

namespace donthu {
namespace {

// Longest first, so that the first that fits is the right one.
constexpr std::array<std::string_view, 27> kInitials = {
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu",
    "th",  "tr", "b",  "c",  "d",  "g",  "h",  "k",  "l",
    "m",   "n",  "p",  "r",  "s",  "t",  "v",  "x",  ""};
constexpr std::array<std::string_view, 9> kFinals = {"",   "c",  "ch", "m", "n",
                                                     "ng", "nh", "p",  "t"};
// Without marks: â and ă give a, ê gives e, ô and ơ o, ư u.
constexpr std::array<std::string_view, 45> kVowels = {
    "a",   "e",   "i",   "o",   "u",   "y",   "ai",  "ao",  "au",
    "ay",  "eo",  "eu",  "ia",  "ie",  "iu",  "oa",  "oe",  "oi",
    "oo",  "ua",  "ue",  "ui",  "uo",  "uu",  "uy",  "ye",  "ieu",
    "yeu", "oai", "oao", "oay", "oeo", "uao", "uay", "uoi", "uou",
    "uya", "uye", "uyu", "uai", "uau", "uoa", "ueo", "uu",  "ya"};

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

template <std::size_t N>
bool Has(const std::array<std::string_view, N>& list, std::string_view part) {
  return std::find(list.begin(), list.end(), part) != list.end();
}

bool IsRhyme(std::string_view rest) {
  const std::size_t end = rest.find_last_of("aeiouy");
  if (end == std::string_view::npos) return false;
  return Has(kVowels, rest.substr(0, end + 1)) &&
         Has(kFinals, rest.substr(end + 1));
}

}  // namespace

bool IsSyllable(std::string_view utf8) {
  const std::string plain = Plain(utf8);
  const auto first = std::find_if(plain.begin(), plain.end(), IsLetter);
  const auto last = std::find_if_not(first, plain.end(), IsLetter);
  if (first == last || std::any_of(last, plain.end(), IsLetter)) return false;
  const std::string_view word(&*first, static_cast<std::size_t>(last - first));
  return std::any_of(kInitials.begin(), kInitials.end(), [&](auto initial) {
    return word.substr(0, initial.size()) == initial &&
           (IsRhyme(word.substr(initial.size())) ||
            (initial == "gi" && IsRhyme(word.substr(1))));
  });
}

}  // namespace donthu
