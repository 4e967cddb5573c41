// What the words of a line say about its part in a letter.
#pragma once

#include <string>
#include <vector>

namespace donthu {

// "-", "+", "•", "1.", "2)", "a)", "IV." and the like as the first word, or
// glued to it: "-Bản"; "Một là, …", "Thứ hai, …".
bool BeginsWithListMark(const std::vector<std::string>& words);

// "Họ và tên: …": a capital letter first and a colon after at most six words.
bool BeginsWithLabel(const std::vector<std::string>& words);

// At least two letters and none of them lower case.
bool IsAllCapitals(const std::vector<std::string>& words);

bool BeginsLowerCase(const std::vector<std::string>& words);

}  // namespace donthu
