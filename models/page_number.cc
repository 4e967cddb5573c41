#include "models/page_number.h"

#include <algorithm>
#include <string>

#include "models/vietnamese.h"

namespace donthu {
namespace {

constexpr int kMostPages = 200;
constexpr std::u32string_view kWord = U"trang";

void SkipMarks(std::u32string_view& rest) {
  const auto tells = [](char32_t c) {
    return IsLetter(c) || IsDigit(c) || c == U'/';
  };
  const auto first = std::find_if(rest.begin(), rest.end(), tells);
  rest.remove_prefix(static_cast<std::size_t>(first - rest.begin()));
}

// The number at the front of `rest`, which loses it; 0: none there.
int TakeNumber(std::u32string_view& rest) {
  int number = 0;
  while (!rest.empty() && IsDigit(rest.front()) && number <= kMostPages) {
    number = number * 10 + static_cast<int>(rest.front() - U'0');
    rest.remove_prefix(1);
  }
  return number;
}

}  // namespace

PrintedNumber PrintedNumberIn(std::string_view line) {
  const std::u32string bare = BareLetters(CodePointsOf(line));
  std::u32string_view rest = bare;
  SkipMarks(rest);
  if (rest.substr(0, kWord.size()) == kWord) rest.remove_prefix(kWord.size());
  SkipMarks(rest);
  PrintedNumber printed{TakeNumber(rest), 0};
  SkipMarks(rest);
  if (!rest.empty() && rest.front() == U'/') {
    rest.remove_prefix(1);
    SkipMarks(rest);
    printed.count = TakeNumber(rest);
    SkipMarks(rest);
  }
  const bool alone = rest.empty() && printed.page > 0 &&
                     printed.page <= kMostPages &&
                     (printed.count == 0 || printed.page <= printed.count);
  return alone ? printed : PrintedNumber();
}

}  // namespace donthu
