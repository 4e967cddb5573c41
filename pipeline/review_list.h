// review.csv: what waits for a person, for a spreadsheet.
#pragma once

#include <string>

#include "models/record.h"

namespace donthu {

// With a byte order mark, for spreadsheets.
std::string ReviewHeader();

// One row with its line end: id, file, page to look at, reasons, class with
// probabilities, image. Text that a spreadsheet would take for a formula is
// given an apostrophe. Empty where the letter waits for nobody.
std::string ReviewRow(const Record& record);

}  // namespace donthu
