#include "stages/extract/dates.h"

#include <cstdio>

namespace donthu {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

int NumberIn(const LetterView& view, const Match& match, std::size_t group) {
  if (!match.Has(group)) return 0;
  int number = 0;
  for (int at = match.groups[group].start; at < match.groups[group].end; ++at) {
    const char c = view.FoldedAt(at);
    if (c >= '0' && c <= '9') number = number * 10 + (c - '0');
  }
  return number;
}

int DaysOf(int month, int year) {
  if (month == 2) {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return leap ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Empty where no calendar has the date; 0: left blank.
std::string Iso(int day, int month, int year) {
  if (year < kFirstYear || year > kLastYear || month > 12) return {};
  if (month > 0 && day > DaysOf(month, year)) return {};
  char text[32];
  if (month == 0) {
    std::snprintf(text, sizeof text, "%04d", year);
  } else if (day == 0) {
    std::snprintf(text, sizeof text, "%04d-%02d", year, month);
  } else {
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  }
  return text;
}

const Pattern& DatePattern() {
  static const Pattern pattern(
      R"re((?:(?:ngay\s*)?(?:(\d{1,2})|(?<=ngay)\s*[. _]*)\s*)re"
      R"re(thang\s*(\d{1,2}|[. _]*)\s*nam\s*(\d{4})(?!\d))|)re"
      R"re((?:(?:ngay\s*)?(?<![\d/.])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-])re"
      R"re(\s?(\d{4})(?![\d/])))re");
  return pattern;
}

}  // namespace

std::vector<DateMention> DatesIn(const LetterView& view, TextSpan within) {
  std::vector<DateMention> dates;
  for (const Match& match : view.FindAll(DatePattern(), within)) {
    const std::size_t first = match.Has(2) ? 0 : 3;
    std::string iso =
        Iso(NumberIn(view, match, first), NumberIn(view, match, first + 1),
            NumberIn(view, match, first + 2));
    if (!iso.empty()) dates.push_back({match.span, std::move(iso)});
  }
  return dates;
}

}  // namespace donthu
