#include "stages/receive/plain_letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace donthu {

std::string PlainLetters(std::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error) != 0) return std::string(utf8);
  const icu::UnicodeString apart =
      nfd->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(
                         utf8.data(), static_cast<int32_t>(utf8.size()))),
                     error);
  icu::UnicodeString plain;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = u_tolower(apart.char32At(i));
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    plain.append(c == 0x111 ? UChar32{'d'} : c);
  }
  std::string bytes;
  plain.toUTF8String(bytes);
  return bytes;
}

}  // namespace donthu
