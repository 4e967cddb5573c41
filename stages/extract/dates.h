// Dates as letters write them, always day, month, year.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/fields.h"
#include "stages/extract/letter_view.h"

namespace donthu {

struct DateMention {
  TextSpan span;    // from the "ngày" or first digit to the year
  std::string iso;  // 2024-03-05, 2024-03 or 2024
};

// No date does without: a year has two digits at least, however written.
bool HoldsDigit(const LetterView& view, TextSpan within);

// "ngày 05 tháng 6 năm 2025", "05/6/2025", "5-6-2025", "5.6.2025", with the
// day or the month left blank ("ngày … tháng 6 năm 2025"). A letter that OCR
// takes for a digit is read as one beside digits ("2ó/3/2021", "tháng 0ó
// năm 2O23"); the text keeps what was read. Dates that no
// calendar has are left out.
std::vector<DateMention> DatesIn(const LetterView& view, TextSpan within);

// The first date whose year has two digits: "15/4/21", "5.4.98".
OptionalText ShortDayIn(const LetterView& view, TextSpan within);

// The first date of which the month or the day is a word, or that a comma
// parts: "13 tháng sáu năm 2016", "hai mươi sáu tháng tám 2019", "17 thg 9,
// 2025", "6 Nov 2019".
OptionalText NamedMonthDayIn(const LetterView& view, TextSpan within);

// The first day without a year ("ngày 24/8", "24 tháng 8"): the last such day
// that is not after `last_day`, an ISO date; none where that is not a whole
// one.
OptionalText DayBefore(const LetterView& view, TextSpan within,
                       std::string_view last_day);

// The first date, month ("tháng 3/2007") or year of a span that is known to
// hold one.
OptionalText DayIn(const LetterView& view, TextSpan span);

}  // namespace donthu
