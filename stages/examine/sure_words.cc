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

template <typename Part, typename Test>
void Drop(std::vector<Part>& parts, Test test) {
  parts.erase(std::remove_if(parts.begin(), parts.end(), test), parts.end());
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
  Drop(line.words, [&](const Word& w) { return chance || !IsSure(w); });
}

}  // namespace

PageText SureWords(PageText page) {
  for (Block& block : page.blocks) {
    for (Paragraph& paragraph : block.paragraphs) {
      for (TextLine& line : paragraph.lines) KeepSure(line);
      Drop(paragraph.lines, [](const TextLine& l) { return l.words.empty(); });
    }
    Drop(block.paragraphs, [](const Paragraph& p) { return p.lines.empty(); });
  }
  Drop(page.blocks, [](const Block& b) { return b.paragraphs.empty(); });
  return page;
}

int CountSureWords(const PageText& page) {
  int count = 0;
  const PageText sure = SureWords(page);
  for (const Block& block : sure.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        count += static_cast<int>(std::count_if(
            line.words.begin(), line.words.end(),
            [](const Word& word) { return IsSyllable(word.text); }));
      }
    }
  }
  return count;
}

}  // namespace donthu
