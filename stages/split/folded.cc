#include "stages/split/folded.h"

#include <cstddef>
#include <cstdint>

namespace donthu {
namespace {

// Latin Extended Additional, U+1EA0 to U+1EF9, in pairs of a capital and a
// small letter: how many pairs have which base.
struct Pairs {
  char base;
  int count;
};
constexpr Pairs kVietnamese[] = {{'a', 12}, {'e', 8}, {'i', 2},
                                 {'o', 12}, {'u', 7}, {'y', 4}};
constexpr std::uint32_t kFirstVietnamese = 0x1EA0;
constexpr std::uint32_t kLastVietnamese = 0x1EF9;

// U+00C0 to U+00DF; the small letters stand 32 further.
constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo ouuuuy  ";

struct FoldedLetter {
  char base = ' ';  // ASCII, small
  bool is_letter = false;
  bool capital = false;
};

// The next code point of `rest`, which loses its bytes; U+FFFD where they are
// none.
std::uint32_t Next(std::string_view& rest) {
  const auto lead = static_cast<unsigned char>(rest.front());
  rest.remove_prefix(1);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : -1;
  if (more < 0) return 0xFFFD;
  std::uint32_t code = lead & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 0; i < more; ++i) {
    if (rest.empty()) return 0xFFFD;
    const auto byte = static_cast<unsigned char>(rest.front());
    if ((byte & 0xC0U) != 0x80U) return 0xFFFD;
    code = code << 6U | (byte & 0x3FU);
    rest.remove_prefix(1);
  }
  return code;
}

FoldedLetter Vietnamese(std::uint32_t code) {
  int pair = static_cast<int>((code - kFirstVietnamese) / 2);
  for (const Pairs& pairs : kVietnamese) {
    if (pair < pairs.count) return {pairs.base, true, code % 2 == 0};
    pair -= pairs.count;
  }
  return {};
}

FoldedLetter LetterOf(std::uint32_t code) {
  if (code >= 'a' && code <= 'z') return {static_cast<char>(code), true, false};
  if (code >= 'A' && code <= 'Z') {
    return {static_cast<char>(code + 32), true, true};
  }
  if (code >= 0xC0 && code < 0x100) {
    const bool capital = code < 0xE0;
    const char base = kLatin1[capital ? code - 0xC0 : code - 0xE0];
    return {base, base != ' ', capital};
  }
  if (code >= kFirstVietnamese && code <= kLastVietnamese) {
    return Vietnamese(code);
  }
  switch (code) {
    case 0x102:
    case 0x103:
      return {'a', true, code == 0x102};
    case 0x110:
    case 0x111:
      return {'d', true, code == 0x110};
    case 0x128:
    case 0x129:
      return {'i', true, code == 0x128};
    case 0x168:
    case 0x169:
      return {'u', true, code == 0x168};
    case 0x1A0:
    case 0x1A1:
      return {'o', true, code == 0x1A0};
    case 0x1AF:
    case 0x1B0:
      return {'u', true, code == 0x1AF};
    default:
      return {};
  }
}

bool IsMark(std::uint32_t code) { return code >= 0x300 && code < 0x370; }

bool IsDigit(std::uint32_t code) { return code >= '0' && code <= '9'; }

}  // namespace

std::string WithoutMarks(std::string_view utf8) {
  constexpr std::string_view kKept = "/-.,:;!?";
  std::string folded;
  while (!utf8.empty()) {
    const std::uint32_t code = Next(utf8);
    if (IsMark(code)) continue;
    const FoldedLetter letter = LetterOf(code);
    char c = letter.base;
    if (code < 0x80 && (IsDigit(code) || kKept.find(static_cast<char>(code)) !=
                                             std::string_view::npos)) {
      c = static_cast<char>(code);
    }
    if (code == 0x2013 || code == 0x2014) c = '-';
    if (c == ' ' && (folded.empty() || folded.back() == ' ')) continue;
    folded += c;
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

Capitals CountCapitals(std::string_view utf8) {
  Capitals count;
  while (!utf8.empty()) {
    const FoldedLetter letter = LetterOf(Next(utf8));
    if (letter.is_letter) ++(letter.capital ? count.upper : count.lower);
  }
  return count;
}

bool StartsSmall(std::string_view utf8) {
  while (!utf8.empty()) {
    const std::uint32_t code = Next(utf8);
    const FoldedLetter letter = LetterOf(code);
    if (letter.is_letter) return !letter.capital;
    if (IsDigit(code)) return false;
  }
  return false;
}

}  // namespace donthu
