#include "stages/normalize/line_shape.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "stages/normalize/unicode.h"

namespace donthu {
namespace {

constexpr std::array<std::string_view, 8> kMarks = {"-", "–", "—", "+",
                                                    "•", "*", "·", "▪"};
constexpr std::array<std::string_view, 6> kCounts = {"Một", "Hai", "Ba",
                                                     "Bốn", "Năm", "Sáu"};
constexpr std::size_t kLongestLabel = 6;  // words, after the forms in use

bool IsMark(std::string_view word) {
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return word == mark ||
           (word.substr(0, mark.size()) == mark &&
            FirstLetterOf(word.substr(mark.size())) != FirstLetter::kNone);
  });
}

// One or two digits, one letter, or a Roman number, then "." or ")".
bool IsNumber(std::string_view word) {
  if (word.size() < 2 || word.size() > 5) return false;
  if (word.back() != '.' && word.back() != ')') return false;
  const std::string_view body = word.substr(0, word.size() - 1);
  const bool digits = body.find_first_not_of("0123456789") == body.npos;
  if (digits) return body.size() <= 2;
  const bool roman = body.find_first_not_of("IVX") == body.npos;
  const bool letter = body.size() == 1 || body == "đ";
  return roman || (letter && word.back() == ')');
}

// "Một là, …", "Thứ hai, …".
bool IsOrdinal(const std::vector<std::string>& words) {
  if (words.size() < 2) return false;
  if (words[0] == "Thứ") return words[1].back() == ',';
  const std::string_view second = words[1];
  return (second == "là" || second == "là,") &&
         std::find(kCounts.begin(), kCounts.end(), words[0]) != kCounts.end();
}

}  // namespace

bool BeginsWithListMark(const std::vector<std::string>& words) {
  return !words.empty() &&
         (IsMark(words.front()) || IsNumber(words.front()) || IsOrdinal(words));
}

bool BeginsWithLabel(const std::vector<std::string>& words) {
  if (words.empty()) return false;
  if (FirstLetterOf(words.front()) != FirstLetter::kUpper) return false;
  const std::size_t count = std::min(words.size(), kLongestLabel);
  for (std::size_t i = 0; i < count; ++i) {
    if (words[i].back() == ':') return true;
  }
  return false;
}

bool IsAllCapitals(const std::vector<std::string>& words) {
  int upper = 0;
  for (const std::string& word : words) {
    const LetterCases cases = CountCases(word);
    if (cases.lower > 0) return false;
    upper += cases.upper;
  }
  return upper >= 2;
}

bool BeginsLowerCase(const std::vector<std::string>& words) {
  return !words.empty() && FirstLetterOf(words.front()) == FirstLetter::kLower;
}

}  // namespace donthu
