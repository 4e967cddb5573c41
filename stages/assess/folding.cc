#include "stages/assess/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace donthu {
namespace {

icu::UnicodeString FoldedUnicode(std::string_view utf8) {
  const icu::StringPiece piece(utf8.data(), static_cast<int32_t>(utf8.size()));
  return icu::UnicodeString::fromUTF8(piece).foldCase();
}

}  // namespace

std::string CaseFolded(std::string_view utf8) {
  std::string folded;
  FoldedUnicode(utf8).toUTF8String(folded);
  return folded;
}

std::string Toneless(std::string_view utf8) {
  constexpr UChar kDStroke = 0x0111;  // đ does not decompose
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return CaseFolded(utf8);
  const icu::UnicodeString apart = nfd->normalize(FoldedUnicode(utf8), status);
  icu::UnicodeString bare;
  for (int32_t i = 0; i < apart.length(); ++i) {
    const UChar unit = apart[i];
    if (u_charType(unit) == U_NON_SPACING_MARK) continue;
    bare.append(unit == kDStroke ? UChar{'d'} : unit);
  }
  std::string toneless;
  bare.toUTF8String(toneless);
  return toneless;
}

}  // namespace donthu
