#include "stages/examine/sure_words.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/examine/syllable.h"

namespace donthu {
namespace {

constexpr double kSureOfSyllable = 0.75;
constexpr double kSureOfOther = 0.9;
constexpr double kLeastKept = 0.5;

bool IsSure(const Word& word) {
  return word.confidence >= kSureOfOther ||
         (word.confidence >= kSureOfSyllable && IsSyllable(word.text));
}

std::ptrdiff_t LengthOf(std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
}

void KeepSure(TextLine& line) {
  std::ptrdiff_t all = 0;
  std::ptrdiff_t kept = 0;
  for (const Word& word : line.words) {
    all += LengthOf(word.text);
    if (IsSure(word)) kept += LengthOf(word.text);
  }
  const bool chance =
      static_cast<double>(kept) < kLeastKept * static_cast<double>(all);
  std::erase_if(line.words,
                [&](const Word& w) { return chance || !IsSure(w); });
}

}  // namespace

PageText SureWords(PageText page) {
  EachLine(page, KeepSure);
  DropEmptyParts(page);
  return page;
}

double SureShare(const PageText& page) {
  const auto letters_of = [](const PageText& text) {
    std::ptrdiff_t letters = 0;
    EachWord(text, [&](const Word& word) { letters += LengthOf(word.text); });
    return static_cast<double>(letters);
  };
  const double all = letters_of(page);
  return all > 0.0 ? letters_of(SureWords(page)) / all : 0.0;
}

int CountSureWords(const PageText& page) {
  int count = 0;
  const PageText sure = SureWords(page);
  EachWord(sure, [&](const Word& word) {
    if (IsSyllable(word.text)) ++count;
  });
  return count;
}

}  // namespace donthu
