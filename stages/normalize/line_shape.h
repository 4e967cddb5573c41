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

// "Kính gửi", "Đồng kính gửi", "V/v", "Nơi nhận", "Phần thứ", "TM.", "KT.",
// "STT" first, or a short line that opens a signature: "Người làm đơn", "Kính
// đơn" …
bool OpensPart(const std::vector<std::string>& words);

// Nothing but a day, perhaps after a place: "Huế, ngày 17 tháng 11 năm 2025",
// "Bình Dương, 06-12-2021". Digits may be misread.
bool IsDayOfWriting(const std::vector<std::string>& words);

// The last word ends with a mark that ends a sentence, an item or a lead-in.
bool EndsSentence(const std::vector<std::string>& words);

bool BeginsLowerCase(const std::vector<std::string>& words);

}  // namespace donthu
