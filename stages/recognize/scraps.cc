#include "stages/recognize/scraps.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace donthu {
namespace {

constexpr std::string_view kMarks = "|_=^`{}\\";

// 0xE2 leads dashes and quotation marks, 0xC2 the signs of Latin-1; the
// Vietnamese letters begin with the bytes between 0xC3 and 0xE1.
bool IsLetterOrDigit(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const auto lower = static_cast<unsigned char>(byte | 32U);
  return (lower >= 'a' && lower <= 'z' && byte < 0x80) ||
         (byte >= '0' && byte <= '9') || (byte >= 0xC3 && byte <= 0xE1);
}

bool IsScrap(const Word& word) {
  return word.text.find_first_of(kMarks) != std::string::npos &&
         std::none_of(word.text.begin(), word.text.end(), IsLetterOrDigit);
}

void TakeOffBars(Word& word) {
  const auto last = word.text.find_last_not_of('|');
  word.text.erase(last + 1);
  word.text.erase(0, word.text.find_first_not_of('|'));
}

template <typename Part, typename Test>
void Drop(std::vector<Part>& parts, Test test) {
  parts.erase(std::remove_if(parts.begin(), parts.end(), test), parts.end());
}

void Clear(Paragraph& paragraph) {
  for (TextLine& line : paragraph.lines) {
    Drop(line.words, IsScrap);
    for (Word& word : line.words) TakeOffBars(word);
  }
  Drop(paragraph.lines, [](const TextLine& l) { return l.words.empty(); });
}

}  // namespace

PageText WithoutScraps(PageText page) {
  for (Block& block : page.blocks) {
    for (Paragraph& paragraph : block.paragraphs) Clear(paragraph);
    Drop(block.paragraphs, [](const Paragraph& p) { return p.lines.empty(); });
  }
  Drop(page.blocks, [](const Block& b) { return b.paragraphs.empty(); });
  return page;
}

}  // namespace donthu
