// Persons and bodies that stand one after the other in lines of their own: a
// list, a table, or lines of data under each name.
#pragma once

#include <vector>

#include "stages/extract/letter_view.h"
#include "stages/extract/zones.h"

namespace donthu {

// Whether the first line may be one without a list's mark, as below a heading.
enum class FirstLine { kMarked, kBare };

// Those of the lines from `line` on, to the first that is no part of a list
// of parties: "1. Ông A, Chủ tịch …", "2.1 B - Kiểm soát viên", "Chủ tịch xã:
// ông C", "+ Họ tên: D", "2. Công ty E", rows under "Họ tên | Chức vụ".
std::vector<Respondent> PartiesListedAt(const LetterView& view, int line,
                                        FirstLine first, const Zones& zones);

}  // namespace donthu
