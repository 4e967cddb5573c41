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
constexpr std::size_t kLongestLabel = 6;   // words, after the forms in use
constexpr std::size_t kLongestDay = 14;    // words
constexpr std::size_t kLongestPlace = 6;   // words
constexpr std::size_t kLongestSigned = 7;  // words

using Opening = std::array<std::string_view, 3>;  // empty: any word

constexpr std::array<Opening, 10> kPartOpenings = {{
    {"Kính", "gửi", ""},
    {"Kính", "gởi", ""},
    {"Kinh", "gửi", ""},
    {"Kinh", "gởi", ""},
    {"Đồng", "kính", "gửi"},
    {"Đồng", "kính", "gởi"},
    {"Đồng", "gửi", ""},
    {"Đồng", "gởi", ""},
    {"Nơi", "nhận", ""},
    {"Phần", "thứ", ""},
}};

constexpr std::array<Opening, 12> kSignedOpenings = {{
    {"Người", "làm", "đơn"},
    {"Người", "viết", "đơn"},
    {"Người", "đứng", "đơn"},
    {"Người", "khiếu", "nại"},
    {"Người", "tố", "cáo"},
    {"Người", "phản", "ánh"},
    {"Người", "kiến", "nghị"},
    {"Người", "đại", "diện"},
    {"Người", "trình", "bày"},
    {"Kính", "đơn", ""},
    {"Kính", "thư", ""},
    {"Kính", "bút", ""},
}};

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

std::string_view WithoutMarks(std::string_view word) {
  const std::size_t last = word.find_last_not_of(".,:;)");
  return last == word.npos ? std::string_view() : word.substr(0, last + 1);
}

bool BeginsWith(const std::vector<std::string>& words, const Opening& opening) {
  for (std::size_t i = 0; i < opening.size() && !opening[i].empty(); ++i) {
    if (i >= words.size() || WithoutMarks(words[i]) != opening[i]) return false;
  }
  return true;
}

template <std::size_t N>
bool BeginsWithOneOf(const std::vector<std::string>& words,
                     const std::array<Opening, N>& openings) {
  return std::any_of(
      openings.begin(), openings.end(),
      [&](const Opening& opening) { return BeginsWith(words, opening); });
}

std::ptrdiff_t DigitsOf(std::string_view word) {
  return std::count_if(word.begin(), word.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
}

// "2025", "202ó": the year after "năm"; "06-12-2021", "15/8/2022".
bool EndsWithYear(const std::vector<std::string>& words) {
  const std::string_view last = words.back();
  if (last.find_first_of("/-.") != last.npos) return DigitsOf(last) >= 5;
  return words.size() > 1 && words[words.size() - 2] == "năm" &&
         DigitsOf(last) >= 3;
}

// Where the day begins: at "ngày", or at the last word.
std::size_t DayStart(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "ngày" || words[i] == "Ngày") return i;
  }
  return words.size() - 1;
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

bool OpensPart(const std::vector<std::string>& words) {
  if (words.empty()) return false;
  const std::string_view first = words.front();
  if (first == "TM." || first == "KT." || first == "STT" ||
      first.substr(0, 3) == "V/v" || first.substr(0, 4) == "(V/v") {
    return true;
  }
  return BeginsWithOneOf(words, kPartOpenings) ||
         (words.size() <= kLongestSigned &&
          BeginsWithOneOf(words, kSignedOpenings));
}

bool IsDayOfWriting(const std::vector<std::string>& words) {
  if (words.empty() || words.size() > kLongestDay) return false;
  if (!EndsWithYear(words)) return false;
  const std::size_t day = DayStart(words);
  if (day == 0) return words.front() == "Ngày";
  return day <= kLongestPlace && words[day - 1].back() == ',' &&
         FirstLetterOf(words.front()) == FirstLetter::kUpper;
}

bool EndsSentence(const std::vector<std::string>& words) {
  if (words.empty()) return false;
  const char last = words.back().back();
  return std::string_view(".;:!?").find(last) != std::string_view::npos;
}

bool BeginsLowerCase(const std::vector<std::string>& words) {
  return !words.empty() && FirstLetterOf(words.front()) == FirstLetter::kLower;
}

}  // namespace donthu
