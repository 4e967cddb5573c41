#include "stages/normalize/look_alikes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace donthu {
namespace {

using Pair = std::pair<char16_t, char16_t>;

// Sorted by the first; shapes after Unicode's confusables, the letters of
// the Vietnamese alphabet only.
constexpr std::array<Pair, 70> kLatinFor = {{
    {0x0386, u'Á'}, {0x0388, u'É'}, {0x038A, u'Í'}, {0x038C, u'Ó'},
    {0x038E, u'Ý'}, {0x0391, u'A'}, {0x0392, u'B'}, {0x0395, u'E'},
    {0x0397, u'H'}, {0x0399, u'I'}, {0x039A, u'K'}, {0x039C, u'M'},
    {0x039D, u'N'}, {0x039F, u'O'}, {0x03A1, u'P'}, {0x03A4, u'T'},
    {0x03A5, u'Y'}, {0x03A7, u'X'}, {0x03AC, u'á'}, {0x03AF, u'í'},
    {0x03B1, u'a'}, {0x03B9, u'i'}, {0x03BA, u'k'}, {0x03BD, u'v'},
    {0x03BF, u'o'}, {0x03C1, u'p'}, {0x03C5, u'u'}, {0x03C7, u'x'},
    {0x03CC, u'ó'}, {0x03CD, u'ú'}, {0x03F2, u'c'}, {0x03F9, u'C'},
    {0x0400, u'È'}, {0x0405, u'S'}, {0x0406, u'I'}, {0x0410, u'A'},
    {0x0412, u'B'}, {0x0415, u'E'}, {0x041A, u'K'}, {0x041C, u'M'},
    {0x041D, u'H'}, {0x041E, u'O'}, {0x0420, u'P'}, {0x0421, u'C'},
    {0x0422, u'T'}, {0x0423, u'Y'}, {0x0425, u'X'}, {0x0430, u'a'},
    {0x0432, u'b'}, {0x0435, u'e'}, {0x043A, u'k'}, {0x043C, u'm'},
    {0x043D, u'n'}, {0x043E, u'o'}, {0x0440, u'p'}, {0x0441, u'c'},
    {0x0442, u't'}, {0x0443, u'y'}, {0x0445, u'x'}, {0x0450, u'è'},
    {0x0455, u's'}, {0x0456, u'i'}, {0x04AE, u'Y'}, {0x04AF, u'y'},
    {0x04BA, u'H'}, {0x04BB, u'h'}, {0x051A, u'Q'}, {0x051B, u'q'},
    {0x051C, u'W'}, {0x051D, u'w'},
}};

constexpr char16_t kFractionSlash = 0x2044;
constexpr char16_t kSectionSign = 0x00A7;
constexpr char16_t kInvertedMark = 0x00A1;

bool IsLatin(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
         (c >= 0x00C0 && c <= 0x024F) || (c >= 0x1E00 && c <= 0x1EFF);
}

char16_t LatinFor(char16_t c) {
  const auto at = std::lower_bound(
      kLatinFor.begin(), kLatinFor.end(), c,
      [](const Pair& pair, char16_t unit) { return pair.first < unit; });
  return at != kLatinFor.end() && at->first == c ? at->second : c;
}

}  // namespace

char16_t EthAsD(char16_t unit) {
  if (unit == 0x00D0 || unit == 0x0189) return u'Đ';
  if (unit == 0x00F0 || unit == 0x0256) return u'đ';
  return unit;
}

bool MendLookAlikes(std::u16string& text) {
  bool changed = false;
  for (auto word = text.begin(); word != text.end();) {
    const auto end = std::find(word, text.end(), u' ');
    if (std::any_of(word, end, IsLatin)) {
      for (auto at = word; at != end; ++at) {
        const char16_t latin = LatinFor(*at);
        changed = changed || latin != *at;
        *at = latin;
      }
    }
    word = end == text.end() ? end : std::next(end);
  }
  return changed;
}

bool MendNumbers(std::u16string& text) {
  const auto at = [&](std::size_t i) {
    return i < text.size() ? text[i] : u' ';
  };
  const auto is_digit = [](char16_t c) { return c >= u'0' && c <= u'9'; };
  bool changed = false;
  // Twice: "óó1" is told by the digit behind it.
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char16_t before = i > 0 ? text[i - 1] : u' ';
      const char16_t after = at(i + 1);
      const bool between = is_digit(before) && is_digit(after);
      const bool beside = is_digit(before) || is_digit(after);
      const bool no_word = !IsLatin(before) && !IsLatin(after);
      char16_t digit = text[i];
      if (digit == kFractionSlash && between) digit = u'/';
      if (digit == kSectionSign && between) digit = u'8';
      if (digit == kInvertedMark && !IsLatin(before) && is_digit(after)) {
        digit = u'1';
      }
      const bool six = digit == u'ó' || digit == u'Ó';
      if (six && beside && no_word) digit = u'6';
      changed = changed || digit != text[i];
      text[i] = digit;
    }
  }
  return changed;
}

}  // namespace donthu
