#include "stages/estimate/letters.h"

#include <cstddef>
#include <cstdint>

namespace donthu {
namespace {

constexpr std::u32string_view kToneMarks = U"\u0300\u0301\u0309\u0303\u0323";
constexpr char32_t kCircumflex = 0x302;
constexpr char32_t kBreve = 0x306;
constexpr char32_t kHorn = 0x31B;

struct Decoded {
  char32_t code_point = 0xFFFD;
  std::size_t bytes = 1;
};

Decoded At(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return {};
  std::uint32_t value = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    value = value << 6U | (byte(i) & 0x3FU);
  }
  return {value, bytes};
}

// Of the letters that Vietnamese is written with.
char32_t Lower(char32_t c) {
  const bool latin = (c >= U'A' && c <= U'Z') ||
                     (c >= 0xC0 && c <= 0xDE && c != 0xD7 && c != 0xD0);
  if (latin) return c + 32;
  if (c == 0xD0) return U'đ';  // Eth looks the same
  if (c == 0x1AF) return c + 1;
  const bool paired = (c >= 0x100 && c <= 0x137) || c == 0x168 || c == 0x1A0 ||
                      (c >= 0x1EA0 && c <= 0x1EF9);
  return paired && c % 2 == 0 ? c + 1 : c;
}

VietnameseLetter Parted(char32_t c) {
  const char32_t lower = Lower(c);
  const TonedLetter apart = ToneApart(lower);
  return {apart.base, apart.tone, lower != c};
}

char32_t With(char32_t mark, char32_t base) {
  constexpr std::u32string_view kPlain = U"aeo";
  constexpr std::u32string_view kRoofed = U"âêô";
  const std::size_t at = kPlain.find(base);
  if (mark == kCircumflex && at < kRoofed.size()) return kRoofed[at];
  if (mark == kBreve && base == U'a') return U'ă';
  if (mark == kHorn && base == U'o') return U'ơ';
  if (mark == kHorn && base == U'u') return U'ư';
  return base;
}

bool TakeMark(char32_t c, VietnameseLetter& letter) {
  const std::size_t tone = kToneMarks.find(c);
  if (tone != std::u32string_view::npos) {
    letter.tone = static_cast<Tone>(tone + 1);
    return true;
  }
  if (c != kCircumflex && c != kBreve && c != kHorn) return false;
  letter.base = With(c, letter.base);
  return true;
}

}  // namespace

std::vector<VietnameseLetter> LettersOf(std::string_view utf8) {
  std::vector<VietnameseLetter> letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = At(utf8, at);
    at += next.bytes;
    if (!letters.empty() && TakeMark(next.code_point, letters.back())) continue;
    letters.push_back(Parted(next.code_point));
  }
  return letters;
}

bool IsLetter(const VietnameseLetter& letter) {
  constexpr std::u32string_view kAdded = U"ăâđêôơư";
  return (letter.base >= U'a' && letter.base <= U'z') ||
         kAdded.find(letter.base) != std::u32string_view::npos;
}

bool IsFigure(const VietnameseLetter& letter) {
  return letter.base >= U'0' && letter.base <= U'9';
}

}  // namespace donthu
