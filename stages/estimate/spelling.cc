#include "stages/estimate/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "stages/estimate/letters.h"

namespace donthu {
namespace {

using Letters = std::span<const VietnameseLetter>;

struct Rhymes {
  std::u32string_view vowels;
  // Finals that it may have, parted by spaces; "-": none.
  std::u32string_view finals;
};

constexpr std::array<Rhymes, 52> kRhymes = {{
    {U"a", U"- c ch m n ng nh p t"},
    {U"ă", U"c m n ng p t"},
    {U"â", U"c m n ng p t"},
    {U"e", U"- c m n ng p t"},
    {U"ê", U"- ch m n nh p t"},
    {U"i", U"- ch m n nh p t"},
    {U"o", U"- c m n ng p t"},
    {U"ô", U"- c m n ng p t"},
    {U"ơ", U"- m n p t"},
    {U"u", U"- c m n ng p t"},
    {U"ư", U"- c m n ng t"},
    {U"y", U"-"},
    {U"ai", U"-"},
    {U"ao", U"-"},
    {U"au", U"-"},
    {U"ay", U"-"},
    {U"âu", U"-"},
    {U"ây", U"-"},
    {U"eo", U"-"},
    {U"êu", U"-"},
    {U"ia", U"-"},
    {U"iê", U"c m n ng p t"},
    {U"iêu", U"-"},
    {U"iu", U"-"},
    {U"oa", U"- c ch m n ng nh p t"},
    {U"oai", U"-"},
    {U"oao", U"-"},
    {U"oay", U"-"},
    {U"oă", U"c m n ng t"},
    {U"oe", U"- n ng t"},
    {U"oeo", U"-"},
    {U"oi", U"-"},
    {U"oo", U"c ng"},
    {U"ôi", U"-"},
    {U"ơi", U"-"},
    {U"ua", U"-"},
    {U"uâ", U"n ng t"},
    {U"uây", U"-"},
    {U"uê", U"- ch nh"},
    {U"ui", U"-"},
    {U"uô", U"c m n ng t"},
    {U"uôi", U"-"},
    {U"uơ", U"-"},
    {U"uy", U"- ch n nh p t"},
    {U"uya", U"-"},
    {U"uyê", U"n t"},
    {U"uyu", U"-"},
    {U"ưa", U"-"},
    {U"ưi", U"-"},
    {U"ưu", U"-"},
    {U"ươ", U"c m n ng p t"},
    {U"ươi", U"-"},
}};
constexpr std::array<Rhymes, 3> kRareRhymes = {
    {{U"ươu", U"-"}, {U"yê", U"m n t"}, {U"yêu", U"-"}}};

// Longest first, so that the first that fits is the right one.
constexpr std::array<std::u32string_view, 27> kInitials = {
    U"ngh", U"ng", U"nh", U"ch", U"gh", U"gi", U"kh", U"ph", U"qu",
    U"th",  U"tr", U"b",  U"c",  U"d",  U"đ",  U"g",  U"h",  U"k",
    U"l",   U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v",  U"x"};
constexpr std::u32string_view kVowelLetters = U"aăâeêioôơuưy";

bool IsVowel(char32_t base) {
  return kVowelLetters.find(base) != std::u32string_view::npos;
}

bool ListHas(std::u32string_view list, std::u32string_view item) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(U' '), list.size());
    if (list.substr(0, end) == item) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool IsRhyme(std::u32string_view rest) {
  std::size_t end = 0;
  while (end < rest.size() && IsVowel(rest[end])) ++end;
  const std::u32string_view vowels = rest.substr(0, end);
  const std::u32string_view coda =
      end == rest.size() ? std::u32string_view(U"-") : rest.substr(end);
  const auto fits = [&](const Rhymes& rhymes) {
    return rhymes.vowels == vowels && ListHas(rhymes.finals, coda);
  };
  return std::any_of(kRhymes.begin(), kRhymes.end(), fits) ||
         std::any_of(kRareRhymes.begin(), kRareRhymes.end(), fits);
}

bool IsFront(char32_t base) {
  return base == U'e' || base == U'ê' || base == U'i' || base == U'y';
}

// `rest` begins with a vowel.
bool GoTogether(std::u32string_view initial, std::u32string_view rest) {
  const bool front = IsFront(rest.front());
  if (initial == U"k" || initial == U"gh" || initial == U"ngh") return front;
  if (initial == U"c" || initial == U"g" || initial == U"ng") return !front;
  return true;
}

bool IsSpelledRight(std::u32string_view word) {
  if (IsVowel(word.front())) return IsRhyme(word);
  const auto initial =
      std::find_if(kInitials.begin(), kInitials.end(),
                   [&](auto one) { return word.substr(0, one.size()) == one; });
  if (initial == kInitials.end()) return false;
  std::u32string rest(word.substr(initial->size()));
  // "gì", "giếng": the i is of the rhyme.
  if (*initial == U"gi" && IsRhyme(word.substr(1))) return true;
  if (*initial == U"qu" && !rest.empty() && rest.front() == U'y')
    rest[0] = U'i';
  if (rest.empty() || !IsVowel(rest.front())) return false;
  return GoTogether(*initial, rest) && IsRhyme(rest);
}

bool EndsShort(std::u32string_view word) {
  const char32_t last = word.back();
  const bool ch =
      last == U'h' && word.size() > 1 && word[word.size() - 2] == 'c';
  return ch || last == U'c' || last == U'p' || last == U't';
}

// Capital letters stand at the front or everywhere.
bool IsCasedRight(Letters word) {
  const auto capitals = static_cast<std::size_t>(std::count_if(
      word.begin(), word.end(), [](auto letter) { return letter.capital; }));
  return capitals == 0 || capitals == word.size() ||
         (capitals == 1 && word.front().capital);
}

bool IsSyllable(Letters word) {
  std::u32string bases;
  Tone tone = Tone::kLevel;
  for (const VietnameseLetter& letter : word) {
    if (!IsLetter(letter)) return false;
    bases.push_back(letter.base);
    if (letter.tone == Tone::kLevel) continue;
    if (tone != Tone::kLevel) return false;
    tone = letter.tone;
  }
  const bool sharp = tone == Tone::kAcute || tone == Tone::kDot;
  return IsCasedRight(word) && (sharp || !EndsShort(bases)) &&
         IsSpelledRight(bases);
}

bool IsFigures(Letters word) {
  constexpr std::u32string_view kJoining = U".,:%";
  bool any = false;
  for (const VietnameseLetter& letter : word) {
    any = any || IsFigure(letter);
    if (!IsFigure(letter) &&
        kJoining.find(letter.base) == std::u32string_view::npos) {
      return false;
    }
  }
  return any;
}

bool IsAbbreviation(Letters word) {
  constexpr std::size_t kMost = 6;
  return word.size() > 1 && word.size() <= kMost &&
         std::all_of(word.begin(), word.end(), [](const auto& letter) {
           return IsLetter(letter) && letter.capital;
         });
}

Letters Trimmed(Letters word) {
  const auto says = [](const VietnameseLetter& letter) {
    return IsLetter(letter) || IsFigure(letter);
  };
  while (!word.empty() && !says(word.front())) word = word.subspan(1);
  while (!word.empty() && !says(word.back()))
    word = word.first(word.size() - 1);
  return word;
}

Spelling Simple(Letters word) {
  if (word.empty()) return Spelling::kOdd;
  if (IsFigures(word)) return Spelling::kFigures;
  if (IsSyllable(word)) return Spelling::kSyllable;
  return IsAbbreviation(word) ? Spelling::kCapitals : Spelling::kOdd;
}

bool Joins(const VietnameseLetter& letter) {
  return letter.base == U'-' || letter.base == U'/' || letter.base == U'–';
}

// A part of a compound may be one capital letter: 59/2026/NĐ-CP, 12A/3.
bool IsCompound(Letters word) {
  bool joined = false;
  while (!word.empty()) {
    const auto end = std::find_if(word.begin(), word.end(), Joins);
    const auto size = static_cast<std::size_t>(end - word.begin());
    if (Simple(word.first(size)) == Spelling::kOdd) return false;
    joined = joined || size < word.size();
    word = word.subspan(std::min(size + 1, word.size()));
  }
  return joined;
}

bool IsPunctuation(Letters word) {
  constexpr std::u32string_view kMarks = U".,:;!?()[]/-–—\"'“”‘’…+*•";
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [&](const auto& letter) {
           return kMarks.find(letter.base) != std::u32string_view::npos;
         });
}

}  // namespace

Spelling SpellingOf(std::string_view utf8) {
  const std::vector<VietnameseLetter> letters = LettersOf(utf8);
  if (IsPunctuation(letters)) return Spelling::kMarks;
  const Letters word = Trimmed(letters);
  const Spelling simple = Simple(word);
  if (simple != Spelling::kOdd) return simple;
  return IsCompound(word) ? Spelling::kCompound : Spelling::kOdd;
}

}  // namespace donthu
