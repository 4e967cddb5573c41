#include "stages/recognize/letters_in.h"

#include <algorithm>

namespace donthu {
namespace {

// 0xE2 leads dashes and quotation marks, 0xC2 the signs of Latin-1; the
// Vietnamese letters begin with the bytes between 0xC3 and 0xE1.
bool IsLetterOrDigit(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const auto lower = static_cast<unsigned char>(byte | 32U);
  return (lower >= 'a' && lower <= 'z' && byte < 0x80) ||
         (byte >= '0' && byte <= '9') || (byte >= 0xC3 && byte <= 0xE1);
}

}  // namespace

bool HasLetterOrDigit(std::string_view utf8) {
  return std::any_of(utf8.begin(), utf8.end(), IsLetterOrDigit);
}

}  // namespace donthu
