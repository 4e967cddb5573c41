#include "models/vietnamese.h"

#include <array>

namespace donthu {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kTableSize = 0x1F00;  // all letters of Vietnamese

struct MarkedLetters {
  char32_t bare;
  std::u32string_view marked;
};
constexpr std::array<MarkedLetters, 11> kMarked = {{
    {U'a', U"àáâãăạảấầẩẫậắằẳẵặäā"},
    {U'e', U"èéêẹẻẽếềểễệĕëē"},
    {U'i', U"ìíĩỉịĭī"},
    {U'o', U"òóôõơọỏốồổỗộớờởỡợŏöō"},
    {U'u', U"ùúũưụủứừửữựŭüū"},
    {U'y', U"ýỳỵỷỹ"},
    {U'd', U"đð"},
    {U'c', U"čç"},
    {U'n', U"ñ"},
    {U's', U"š"},
    {U'z', U"ž"},
}};

// Vowels in the order of Tone.
constexpr std::array<std::u32string_view, 12> kVowels = {
    U"aàáảãạ", U"ăằắẳẵặ", U"âầấẩẫậ", U"eèéẻẽẹ", U"êềếểễệ", U"iìíỉĩị",
    U"oòóỏõọ", U"ôồốổỗộ", U"ơờớởỡợ", U"uùúủũụ", U"ưừứửữự", U"yỳýỷỹỵ"};

int LengthOf(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

char32_t DecodeAt(std::string_view utf8, std::size_t at, int length) {
  if (length == 1) return static_cast<unsigned char>(utf8[at]);
  char32_t value =
      static_cast<unsigned char>(utf8[at]) & (0xFFU >> (length + 1));
  for (int i = 1; i < length; ++i) {
    const auto byte =
        static_cast<unsigned char>(utf8[at + static_cast<std::size_t>(i)]);
    if ((byte & 0xC0U) != 0x80U) return kReplacement;
    value = (value << 6) | (byte & 0x3FU);
  }
  return value;
}

std::array<char32_t, kTableSize> BareTable() {
  std::array<char32_t, kTableSize> table = {};
  for (const MarkedLetters& row : kMarked) {
    for (const char32_t letter : row.marked) table[letter] = row.bare;
  }
  return table;
}

std::array<TonedLetter, kTableSize> TonedTable() {
  std::array<TonedLetter, kTableSize> table = {};
  for (std::size_t c = 0; c < table.size(); ++c) {
    table[c] = {static_cast<char32_t>(c), Tone::kLevel};
  }
  for (const std::u32string_view row : kVowels) {
    for (std::size_t tone = 0; tone < row.size(); ++tone) {
      table[row[tone]] = {row.front(), static_cast<Tone>(tone)};
    }
  }
  return table;
}

}  // namespace

std::u32string CodePointsOf(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const int length = LengthOf(static_cast<unsigned char>(utf8[at]));
    const bool whole =
        length > 0 && at + static_cast<std::size_t>(length) <= utf8.size();
    const char32_t value = whole ? DecodeAt(utf8, at, length) : kReplacement;
    out.push_back(value);
    at +=
        value == kReplacement && !whole ? 1 : static_cast<std::size_t>(length);
  }
  return out;
}

void AppendUtf8(char32_t c, std::string& out) {
  const auto put = [&](char32_t byte) {
    out.push_back(static_cast<char>(byte));
  };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
    return put(0x80 | (c & 0x3F));
  }
  if (c < 0x10000) {
    put(0xE0 | (c >> 12));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
  }
  put(0x80 | ((c >> 6) & 0x3F));
  put(0x80 | (c & 0x3F));
}

std::string Utf8Of(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) AppendUtf8(c, out);
  return out;
}

char32_t LowerOf(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c < 0xC0) return c;
  if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
  if (c < 0x100) return c;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
    return c % 2 == 1 ? c + 1 : c;
  }
  if (c <= 0x177) return c % 2 == 0 ? c + 1 : c;
  if (c == 0x1A0 || c == 0x1AF) return c + 1;
  if (c >= 0x1EA0 && c <= 0x1EF9) return c % 2 == 0 ? c + 1 : c;
  return c;
}

char32_t UpperOf(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 32;
  if (c >= 0xE0 && c <= 0xFE) return c == 0xF7 ? c : c - 32;
  const bool pairs =
      (c >= 0x100 && c <= 0x137) || c == 0x169 || (c >= 0x1EA0 && c <= 0x1EF9);
  if (pairs) return c % 2 == 1 ? c - 1 : c;
  return c == 0x1A1 || c == 0x1B0 ? c - 1 : c;
}

char32_t BareOf(char32_t c) {
  static const std::array<char32_t, kTableSize> kTable = BareTable();
  const char32_t lower = LowerOf(c);
  if (lower < 0x80 || lower >= kTable.size()) return lower;
  return kTable[lower] != 0 ? kTable[lower] : lower;
}

TonedLetter ToneApart(char32_t c) {
  static const std::array<TonedLetter, kTableSize> kTable = TonedTable();
  return c < kTable.size() ? kTable[c] : TonedLetter{c, Tone::kLevel};
}

bool IsLetter(char32_t c) {
  const char32_t lower = LowerOf(c);
  if (lower >= U'a' && lower <= U'z') return true;
  if (c >= 0xC0 && c <= 0x24F) return c != 0xD7 && c != 0xF7;
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x1E00 && c <= 0x1EFF);
}

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool IsUpper(char32_t c) { return LowerOf(c) != c; }

std::string LowerText(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) AppendUtf8(LowerOf(c), out);
  return out;
}

std::u32string BareLetters(std::u32string_view text) {
  std::u32string bare;
  for (const char32_t c : text) bare += BareOf(c);
  return bare;
}

std::string BareText(std::u32string_view text) {
  return Utf8Of(BareLetters(text));
}

std::string BareText(std::string_view utf8) {
  return BareText(CodePointsOf(utf8));
}

}  // namespace donthu
