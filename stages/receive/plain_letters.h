// Letters without their marks: what a worn stamp is read by.
#pragma once

#include <string>
#include <string_view>

namespace donthu {

// Lower case, without marks, đ as d: "ĐẾN" becomes "den". Bytes that are not
// UTF-8 become U+FFFD.
std::string PlainLetters(std::string_view utf8);

}  // namespace donthu
