// What a word is by its spelling, marks included.
#pragma once

#include <string_view>

namespace donthu {

enum class Spelling {
  kSyllable,  // one that Vietnamese has
  kFigures,   // figures and what joins them: 12.500, 01/7/2026, 35%
  kCompound,  // parts joined by - or /, each one of the others: 45/QĐ-UBND
  kCapitals,  // two to six capital letters: UBND
  kMarks,     // punctuation alone
  kOdd,       // nothing of these
};

// Punctuation at the ends does not count. A syllable is an initial, a rhyme
// and a tone that go together: c, g, ng stand before other vowels than k, gh,
// ngh, and what ends with c, ch, p or t has the tone sắc or nặng (Đoàn Thiện
// Thuật, Ngữ âm tiếng Việt, 1977). Takes decomposed text, too.
Spelling SpellingOf(std::string_view utf8);

}  // namespace donthu
