// Days of the law: which are worked, and when a period ends.
#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "stages/assess/legal_tables.h"

namespace donthu {

using Day = std::chrono::sys_days;

// YYYY-MM-DD; empty where there is no such day.
std::optional<Day> DayFromIso(std::string_view text);
std::string ToIso(Day day);

class WorkCalendar {
 public:
  explicit WorkCalendar(const std::vector<HolidayYear>& years);

  // Monday to Friday but for holidays, and the Saturdays worked instead.
  bool IsWorking(Day day) const;
  // Last day of a period of `days` working days. The first day is not
  // counted: Bộ luật Dân sự 2015 Đ147.
  Day AfterWorking(Day start, int days) const;
  // Last day of a period of `days` calendar days, moved to the next working
  // day where it is none: Đ148.
  Day AfterCalendar(Day start, int days) const;
  // Codes for what stands against the holidays from `first` to `last`:
  // holiday_table_unverified, holiday_table_missing.
  std::vector<std::string> Doubts(Day first, Day last) const;

 private:
  std::set<Day> off_;
  std::set<Day> worked_;
  std::set<int> years_;
  std::set<int> verified_years_;
};

}  // namespace donthu
