#include "stages/extract/dates.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "stages/extract/numerals.h"

namespace donthu {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

// Which of two digits a round letter stands for: OCR reads a slanted 6 as
// "ó", a 0 as "o", and sometimes each the other way.
enum class Round { kAsItLooks, kOther };

// What a character of a date stands for as a digit; -1: nothing.
int DigitAt(const LetterView& view, int at, Round round) {
  const char c = view.FoldedAt(at);
  if (c >= '0' && c <= '9') return c - '0';
  if (c == 'l' || c == 'i') return 1;
  if (c == 's') return 5;
  if (c == 'b') return view.ShapeAt(at) == 'A' ? 8 : 6;
  if (c != 'o' && c != 'q') return -1;
  const bool bare = view.Text({at, at + 1}).size() == 1;  // no mark: ASCII
  return bare == (round == Round::kAsItLooks) ? 0 : 6;
}

int NumberIn(const LetterView& view, TextSpan span, Round round) {
  int number = 0;
  for (int at = span.start; at < span.end; ++at) {
    const int digit = DigitAt(view, at, round);
    if (digit >= 0) number = number * 10 + digit;
  }
  return number;
}

struct NumberRange {
  int first = 0;
  int last = 0;
};

// 0 where the group is empty. A reading beyond the range gives way to the
// other one.
int NumberIn(const LetterView& view, const Match& match, std::size_t group,
             NumberRange range) {
  if (!match.Has(group)) return 0;
  const TextSpan span = match.groups[group];
  const int number = NumberIn(view, span, Round::kAsItLooks);
  if (number == 0 || (number >= range.first && number <= range.last)) {
    return number;
  }
  return NumberIn(view, span, Round::kOther);
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

// Digits and what OCR takes them for; of a number of two at least one is a
// digit, of a year three.
const Pattern& DatePattern() {
  static const Pattern pattern(
      R"re((?:(?:ngay\.?\s*)?(?:(\d{1,2}|(?<![a-z])\d[oqlisb](?![a-z])|)re"
      R"re((?<![a-z])[oqlisb]\d|(?<=ngay )[oqlisb](?= ))|)re"
      R"re((?<=ngay)\s*[. _]*)\s*)re"
      R"re(thang\s*(\d[oqlisb]|[oqlisb]\d|\d{1,2}|[oqlisb](?= )|[. _]*)\s*)re"
      R"re(nam\s*(\d{4}(?!\d)|)re"
      R"re((?:\d{3}[oqlisb]|\d\d[oqlisb]\d|\d[oqlisb]\d\d)(?![a-z\d])))|)re"
      R"re((?:(?:ngay\s*)?(?<![\d/.a-z])(\d{1,2}|\d[oqlisb]|[oqlisb]\d))re"
      R"re(\s?[/.-]\s?(\d{1,2}|\d[oqlisb]|[oqlisb]\d)\s?[/.-]\s?)re"
      R"re((\d{4}|\d{3}[oqlisb](?![a-z])|\d{2}[oqlisb]\d|\d[oqlisb]\d{2}))re"
      R"re((?![\d/])))re");
  return pattern;
}

}  // namespace

bool HoldsDigit(const LetterView& view, TextSpan within) {
  return view.Folded(within).find_first_of("0123456789") !=
         std::string_view::npos;
}

std::vector<DateMention> DatesIn(const LetterView& view, TextSpan within) {
  std::vector<DateMention> dates;
  if (!HoldsDigit(view, within)) return dates;
  for (const Match& match : view.FindAll(DatePattern(), within)) {
    const std::size_t first = match.Has(2) ? 0 : 3;
    std::string iso =
        Iso(NumberIn(view, match, first, {1, 31}),
            NumberIn(view, match, first + 1, {1, 12}),
            NumberIn(view, match, first + 2, {kFirstYear, kLastYear}));
    if (!iso.empty()) dates.push_back({match.span, std::move(iso)});
  }
  return dates;
}

OptionalText ShortDayIn(const LetterView& view, TextSpan within) {
  constexpr int kPivot = 35;  // 34 is 2034, 35 is 1935
  static const Pattern kShort(
      R"re((?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d\d)(?![\d/-]|\.\d))re");
  const auto day = view.Find(kShort, within);
  if (!day) return std::nullopt;
  const int year = NumberIn(view, *day, 2, {0, 99});
  const std::string iso =
      Iso(NumberIn(view, *day, 0, {1, 31}), NumberIn(view, *day, 1, {1, 12}),
          year + (year < kPivot ? 2000 : 1900));
  if (iso.empty()) return std::nullopt;
  return view.Locate(iso, day->span);
}

OptionalText NamedMonthDayIn(const LetterView& view, TextSpan within) {
  static const std::unordered_map<std::string_view, int> kMonths = {
      {"gieng", 1}, {"hai", 2},   {"ba", 3},        {"tu", 4},
      {"bon", 4},   {"nam", 5},   {"sau", 6},       {"bay", 7},
      {"tam", 8},   {"chin", 9},  {"muoi mot", 11}, {"muoi", 10},
      {"mot", 11},  {"chap", 12}, {"muoi hai", 12}, {"jan", 1},
      {"feb", 2},   {"mar", 3},   {"apr", 4},       {"may", 5},
      {"jun", 6},   {"jul", 7},   {"aug", 8},       {"sep", 9},
      {"oct", 10},  {"nov", 11},  {"dec", 12}};
  static const Pattern kDay(
      R"re((?:(?<![\d/.-])(\d{1,2})|\b((?:(?:hai |ba )?muoi |ham )?)re"
      R"re((?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)|(?:hai |ba )?muoi)))re"
      R"re((?: th(?:ang|g\.?) ?(gieng|hai|ba|tu|bon|nam|sau|bay|tam|chin|)re"
      R"re(muoi mot|muoi hai|muoi|mot|chap|1[0-2]|0?[1-9])(?:,| nam)?)re"
      R"re(| (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?))re"
      R"re( ((?:19|20)\d\d)\b)re");
  if (!view.Holds(within, " th") && !view.Holds(within, " 20")) {
    return std::nullopt;
  }
  const auto date = view.Find(kDay, within);
  if (!date) return std::nullopt;
  const int day = date->Has(0) ? NumberIn(view, *date, 0, {1, 31})
                               : WordedNumber(view.Folded(date->groups[1]));
  const TextSpan named = date->groups[date->Has(2) ? 2 : 3];
  const auto month = kMonths.find(view.Folded(named));
  std::string iso =
      Iso(day,
          month != kMonths.end() ? month->second
                                 : NumberIn(view, named, Round::kAsItLooks),
          NumberIn(view, *date, 4, {kFirstYear, kLastYear}));
  if (iso.empty()) return std::nullopt;
  return view.Locate(std::move(iso), date->span);
}

OptionalText DayBefore(const LetterView& view, TextSpan within,
                       std::string_view last_day) {
  constexpr std::size_t kFullDate = 10;  // YYYY-MM-DD
  static const Pattern kDay(
      R"re((?<![\d/.-])(\d{1,2})\s?(?:[/.-]|thang)\s?(\d{1,2}))re"
      R"re((?![\d/-]|\.\d| nam \d))re");
  if (last_day.size() != kFullDate) return std::nullopt;
  const auto match = view.Find(kDay, within);
  if (!match) return std::nullopt;
  const int day = NumberIn(view, *match, 0, {1, 31});
  const int month = NumberIn(view, *match, 1, {1, 12});
  if (day == 0 || month == 0) return std::nullopt;
  const int year = std::stoi(std::string(last_day.substr(0, 4)));
  std::string iso = Iso(day, month, year);
  if (iso > last_day) iso = Iso(day, month, year - 1);
  if (iso.empty()) return std::nullopt;
  return view.Locate(std::move(iso), match->span);
}

OptionalText DayIn(const LetterView& view, TextSpan span) {
  const auto dates = DatesIn(view, span);
  if (!dates.empty()) return view.Locate(dates[0].iso, span);
  if (auto day = ShortDayIn(view, span)) return day;
  if (auto day = NamedMonthDayIn(view, span)) return day;
  static const Pattern kMonth(
      R"re(\bthang (1[0-2]|0?[1-9])(?: nam |\s?[/.-]\s?)((?:19|20)\d\d)\b)re");
  if (const auto month = view.Find(kMonth, span)) {
    std::string iso = std::string(view.Text(month->groups[1])) + "-";
    const auto number = view.Text(month->groups[0]);
    if (number.size() == 1) iso += '0';
    return view.Locate(iso.append(number), month->span);
  }
  static const Pattern kYear(R"re(\b(?:19|20)\d\d\b)re");
  const auto year = view.Find(kYear, span);
  if (!year) return std::nullopt;
  return view.Locate(std::string(view.Text(year->span)), year->span);
}

}  // namespace donthu
