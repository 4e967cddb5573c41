// Words that tell what the words after them are; all folded.
#pragma once

#include <string_view>

namespace donthu {

// What follows in the sentence: "tôi", "của", "đề nghị", "CMND".
bool LeadsOn(std::string_view word);
// A form of address: "ông", "bà".
bool IsTitle(std::string_view word);
// The name of a body begins with the word: "Phòng Tài nguyên …".
bool HeadsBody(std::string_view word, std::string_view next);
// The name of a place follows: "huyện Mường Chanh".
bool IsUnit(std::string_view word);

}  // namespace donthu
