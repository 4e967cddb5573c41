#include "stages/assess/work_calendar.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace donthu {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<int> NumberAt(std::string_view text, std::size_t from,
                            std::size_t count) {
  int number = 0;
  const char* first = text.data() + from;
  const auto [end, fault] = std::from_chars(first, first + count, number);
  if (fault != std::errc() || end != first + count || number < 0) return {};
  return number;
}

int YearOf(Day at) { return static_cast<int>(year_month_day(at).year()); }

void AddAll(const std::vector<std::string>& from, std::set<Day>& to) {
  for (const std::string& text : from) {
    if (const auto at = DayFromIso(text)) to.insert(*at);
  }
}

}  // namespace

std::optional<Day> DayFromIso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto y = NumberAt(text, 0, 4);
  const auto m = NumberAt(text, 5, 2);
  const auto d = NumberAt(text, 8, 2);
  if (!y || !m || !d) return {};
  const year_month_day date{year(*y), month(static_cast<unsigned>(*m)),
                            day(static_cast<unsigned>(*d))};
  return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

std::string ToIso(Day at) {
  const year_month_day date(at);
  std::array<char, 32> text{};
  std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

WorkCalendar::WorkCalendar(const std::vector<HolidayYear>& table) {
  for (const HolidayYear& row : table) {
    AddAll(row.holidays, off_);
    AddAll(row.also_off, off_);
    AddAll(row.worked, worked_);
    years_.insert(row.year);
    if (row.verified) verified_years_.insert(row.year);
  }
}

bool WorkCalendar::IsWorking(Day at) const {
  if (worked_.count(at) == 1) return true;
  if (off_.count(at) == 1) return false;
  const unsigned iso_day = weekday(at).iso_encoding();  // Monday is 1
  return iso_day <= 5;
}

Day WorkCalendar::AfterWorking(Day start, int count) const {
  Day at = start;
  while (count > 0) {
    at += days(1);
    if (IsWorking(at)) --count;
  }
  return at;
}

Day WorkCalendar::AfterCalendar(Day start, int count) const {
  Day at = start + days(count);
  while (!IsWorking(at)) at += days(1);
  return at;
}

std::vector<std::string> WorkCalendar::Doubts(Day first, Day last) const {
  bool missing = false;
  bool unverified = false;
  for (int y = YearOf(first); y <= YearOf(last); ++y) {
    missing = missing || years_.count(y) == 0;
    unverified =
        unverified || (years_.count(y) == 1 && verified_years_.count(y) == 0);
  }
  std::vector<std::string> doubts;
  if (missing) doubts.emplace_back("holiday_table_missing");
  if (unverified) doubts.emplace_back("holiday_table_unverified");
  return doubts;
}

}  // namespace donthu
