// Text made comparable. The one adapter to ICU of this stage.
#pragma once

#include <string>
#include <string_view>

namespace donthu {

// Case folded; marks stay: "ĐƠN TỐ CÁO" becomes "đơn tố cáo".
std::string CaseFolded(std::string_view utf8);
// Folded and without marks: "don to cao".
std::string Toneless(std::string_view utf8);

}  // namespace donthu
