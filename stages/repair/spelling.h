// How a Vietnamese syllable is written, as far as misreading goes.
#pragma once

#include <string_view>

namespace donthu {

// Lower-case NFC letters. One syllable that the language can write: an initial,
// one to three vowels, a final that go with each other by their bare letters;
// before a final p, t, c or ch only the tones sắc and nặng. Every other word is
// illegal, foreign ones too.
bool IsLegalSyllable(std::u32string_view word);

// How far two spellings of the same bare letters lie apart.
enum class MarkDifference {
  kNone,       // the same, or one tone placed in the old and the new way
  kTone,       // another tone: khiếu, khiều
  kShape,      // another hook, bar, horn or circumflex: tổ, tỏ
  kToneShape,  // both
};
// Lower-case NFC, of one length and with the same bare letters.
MarkDifference DifferenceOf(std::u32string_view a, std::u32string_view b);

}  // namespace donthu
