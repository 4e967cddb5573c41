// Letters of Vietnamese in NFC: lower case and without marks.
#pragma once

#include <string>
#include <string_view>

namespace donthu {

// Bad bytes become U+FFFD, so the count of code points stays that of the
// normalizer.
std::u32string CodePointsOf(std::string_view utf8);
void AppendUtf8(char32_t code_point, std::string& out);
std::string Utf8Of(std::u32string_view text);

// Latin letters to U+1EF9; everything else is given back as it is.
char32_t LowerOf(char32_t code_point);
// Of a letter of the Vietnamese alphabet; everything else is given back.
char32_t UpperOf(char32_t code_point);
// The letter without tone, hook or bar, lower case: ế and Ê give e, Đ gives d.
char32_t BareOf(char32_t code_point);

enum class Tone { kLevel, kGrave, kAcute, kHook, kTilde, kDot };

struct TonedLetter {
  char32_t base = 0;  // ế gives ê; what has no tone stays as it is
  Tone tone = Tone::kLevel;
};
// `code_point`: lower case.
TonedLetter ToneApart(char32_t code_point);

bool IsLetter(char32_t code_point);
bool IsDigit(char32_t code_point);
bool IsUpper(char32_t code_point);

std::string LowerText(std::u32string_view text);
std::u32string BareLetters(std::u32string_view text);
std::string BareText(std::u32string_view text);
std::string BareText(std::string_view utf8);

}  // namespace donthu
