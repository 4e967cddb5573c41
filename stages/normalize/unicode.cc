#include "stages/normalize/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "stages/normalize/look_alikes.h"
#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

constexpr char16_t kSpace = u' ';
constexpr char16_t kReplacement = 0xFFFD;

Failure NotUtf8() {
  return Fail(ErrorCode::kTextInvalid, "text",
              "Bytes that are not UTF-8: convert the text first.");
}

// UnicodeString::fromUTF8 mends bad bytes silently; this refuses them.
bool Decode(std::string_view utf8, std::u16string& out) {
  if (utf8.size() > std::numeric_limits<int32_t>::max() / 2) return false;
  const auto size = static_cast<int32_t>(utf8.size());
  out.resize(utf8.size());
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(out.data(), size, &length, utf8.data(), size, &status);
  if (U_FAILURE(status)) return false;
  out.resize(static_cast<std::size_t>(length));
  return true;
}

std::string Encode(const std::u16string& text) {
  std::string utf8;
  icu::UnicodeString(text.data(), static_cast<int32_t>(text.size()))
      .toUTF8String(utf8);
  return utf8;
}

bool IsSpace(char16_t c) {
  return c == kSpace || u_isUWhiteSpace(c) || u_isspace(c);
}

bool IsDropped(char16_t c) {
  return (U_GET_GC_MASK(c) & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0;
}

char16_t WithoutWidth(char16_t c) {
  const bool full_width = c >= 0xFF01 && c <= 0xFF5E;
  return full_width ? static_cast<char16_t>(c - 0xFEE0) : c;
}

// Before composition: what is dropped or becomes a space parts no letter
// from its mark.
std::u16string Swept(const std::u16string& text) {
  std::u16string out;
  out.reserve(text.size());
  for (const char16_t given : text) {
    const char16_t c = EthAsD(WithoutWidth(given));
    if (c >= 0x21 && c < 0x7F) {
      out.push_back(c);
    } else if (IsSpace(c)) {
      if (!out.empty() && out.back() != kSpace) out.push_back(kSpace);
    } else if (!IsDropped(c)) {
      out.push_back(c);
    }
  }
  return out;
}

bool IsCombining(char16_t c) { return c >= 0x0300 && c <= 0x036F; }

bool IsTone(char16_t c) {
  return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 ||
         c == 0x0323;
}

// Circumflex, breve and horn before the tone, or nothing composes.
void OrderMarks(std::u16string& decomposed) {
  for (auto at = decomposed.begin(); at != decomposed.end();) {
    const auto end = std::find_if_not(at, decomposed.end(), IsCombining);
    std::stable_partition(at, end, [](char16_t c) { return !IsTone(c); });
    at = end == decomposed.end() ? end : end + 1;
  }
}

std::u16string Normalized(const icu::Normalizer2* form,
                          const std::u16string& text, UErrorCode& status) {
  const icu::UnicodeString made = form->normalize(
      icu::UnicodeString(text.data(), static_cast<int32_t>(text.size())),
      status);
  return {made.getBuffer(), static_cast<std::size_t>(made.length())};
}

Result<std::u16string> Composed(const std::u16string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) {
    return Fail(ErrorCode::kInternal, "icu", "ICU's data cannot be loaded.");
  }
  std::u16string composed = Normalized(nfc, text, status);
  if (std::any_of(composed.begin(), composed.end(), IsCombining)) {
    std::u16string decomposed = Normalized(nfd, composed, status);
    OrderMarks(decomposed);
    composed = Normalized(nfc, decomposed, status);
  }
  if (U_FAILURE(status)) {
    return Fail(ErrorCode::kInternal, "icu", "ICU could not compose a text.");
  }
  return composed;
}

// After this nothing lies beyond the BMP.
int ReplaceSurrogates(std::u16string& text) {
  int replaced = 0;
  std::u16string kept;
  for (const char16_t c : text) {
    if (!U16_IS_SURROGATE(c)) kept.push_back(c);
    if (!U16_IS_LEAD(c)) continue;
    kept.push_back(kReplacement);
    ++replaced;
  }
  if (replaced > 0) text = std::move(kept);
  return replaced;
}

bool IsPlain(std::string_view utf8) {
  char before = ' ';
  for (const char c : utf8) {
    if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return utf8.empty() || before != ' ';
}

}  // namespace

// A second composition: mended letters and marks that now follow another
// base may compose.
Result<CleanText> CleanedText(std::string_view utf8) {
  if (IsPlain(utf8)) return CleanText{std::string(utf8), 0};
  std::u16string raw;
  if (!Decode(utf8, raw)) return NotUtf8();
  auto text = Composed(Swept(raw));
  if (!text) return Fail(text.error());
  const bool letters = MendLookAlikes(*text);
  const bool mended = MendNumbers(*text) || letters;
  const int replaced = ReplaceSurrogates(*text);
  if (mended || replaced > 0) text = Composed(*text);
  if (!text) return Fail(text.error());
  if (!text->empty() && text->back() == kSpace) text->pop_back();
  return CleanText{Encode(*text), replaced};
}

LetterCases CountCases(std::string_view utf8) {
  LetterCases cases;
  std::u16string text;
  if (!Decode(utf8, text)) return cases;
  for (const char16_t c : text) {
    if (u_isupper(c)) ++cases.upper;
    if (u_islower(c)) ++cases.lower;
  }
  return cases;
}

FirstLetter FirstLetterOf(std::string_view utf8) {
  std::u16string text;
  if (!Decode(utf8, text) || text.empty()) return FirstLetter::kNone;
  if (u_isupper(text.front())) return FirstLetter::kUpper;
  return u_islower(text.front()) ? FirstLetter::kLower : FirstLetter::kNone;
}

Result<std::string> NormalizedText(std::string_view text) {
  auto clean = CleanedText(text);
  if (!clean) return Fail(clean.error());
  return std::move(clean->text);
}

}  // namespace donthu
