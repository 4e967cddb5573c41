// Communes (cấp xã) that a letter names.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/letter.h"

namespace donthu {

// Names after «xã», «phường», «thị trấn», «đặc khu», without marks, each once:
// "tan hoa", "12". `apart`: spans of the text that are not looked at.
std::set<std::string> CommuneNames(std::string_view text,
                                   const std::vector<TextSpan>& apart);

}  // namespace donthu
