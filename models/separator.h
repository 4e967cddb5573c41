// Separator sheets: what is printed on them, and when a page is one.
#pragma once

#include <string_view>
#include <vector>

#include "models/page_text.h"
#include "models/record.h"

namespace donthu {

// The content of both codes on a sheet; the number is the sheet's version.
inline constexpr std::string_view kSeparatorCode = "DONTHU:SEPARATOR:1";

// A page with such a code, of any version, and hardly a word beside what is
// printed on the sheet. A letter that carries the code is no separator: its
// text would be lost to who reads the record.
bool IsSeparatorSheet(const std::vector<BarcodeMark>& codes,
                      const PageText& text);

}  // namespace donthu
