#include "stages/repair/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "models/vietnamese.h"

namespace donthu {
namespace {

constexpr std::array<std::u32string_view, 28> kInitials = {
    U"ngh", U"ng", U"nh", U"ch", U"gh", U"gi", U"kh", U"ph", U"qu", U"th",
    U"tr",  U"b",  U"c",  U"d",  U"g",  U"h",  U"k",  U"l",  U"m",  U"n",
    U"p",   U"q",  U"r",  U"s",  U"t",  U"v",  U"x",  U""};
constexpr std::array<std::u32string_view, 9> kFinals = {
    U"ch", U"ng", U"nh", U"c", U"m", U"n", U"p", U"t", U""};

Tone ToneOf(std::u32string_view word) {
  Tone tone = Tone::kLevel;
  for (const char32_t c : word) tone = std::max(tone, ToneApart(c).tone);
  return tone;
}

bool SameShapes(std::u32string_view a, std::u32string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char32_t x, char32_t y) {
                      return ToneApart(x).base == ToneApart(y).base;
                    });
}

bool AreVowels(std::u32string_view bare) {
  return !bare.empty() && bare.size() <= 3 &&
         bare.find_first_not_of(U"aeiouy") == std::u32string_view::npos;
}

// Whether `bare` is vowels and a final; which final, in `final`.
bool IsRhyme(std::u32string_view bare, std::u32string_view& final) {
  for (const std::u32string_view end : kFinals) {
    if (bare.size() <= end.size()) continue;
    if (bare.substr(bare.size() - end.size()) != end) continue;
    if (!AreVowels(bare.substr(0, bare.size() - end.size()))) continue;
    final = end;
    return true;
  }
  return false;
}

}  // namespace

bool IsLegalSyllable(std::u32string_view word) {
  const std::u32string bare = BareLetters(word);
  for (const std::u32string_view initial : kInitials) {
    if (bare.substr(0, initial.size()) != initial) continue;
    std::u32string_view final;
    const auto rest = std::u32string_view(bare).substr(initial.size());
    // "gì" and "giêng" spend the vowel of their initial.
    const bool whole =
        IsRhyme(rest, final) || (initial == U"gi" && rest == U"");
    if (!whole) continue;
    const bool stopped =
        final == U"p" || final == U"t" || final == U"c" || final == U"ch";
    const Tone tone = ToneOf(word);
    return !stopped || tone == Tone::kAcute || tone == Tone::kDot;
  }
  return false;
}

MarkDifference DifferenceOf(std::u32string_view a, std::u32string_view b) {
  const bool tones = ToneOf(a) != ToneOf(b);
  const bool shapes = !SameShapes(a, b);
  if (tones && shapes) return MarkDifference::kToneShape;
  if (tones) return MarkDifference::kTone;
  return shapes ? MarkDifference::kShape : MarkDifference::kNone;
}

}  // namespace donthu
