#include "stages/recognize/scraps.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stages/recognize/letters_in.h"

namespace donthu {
namespace {

constexpr std::string_view kMarks = "|_=^`{}\\";
// The engine is surer than this of an equals sign that somebody typed.
constexpr double kSureSign = 0.7;
// Letters are never flatter than this share of the page's middle height.
constexpr double kFlat = 0.25;

bool IsEqualsSign(const Word& word) {
  return word.confidence >= kSureSign &&
         word.text.find_first_not_of('=') == std::string::npos;
}

bool IsScrap(const Word& word, double height_px) {
  if (HasLetterOrDigit(word.text)) {
    return word.box.height_px() < kFlat * height_px;
  }
  return word.text.find_first_of(kMarks) != std::string::npos &&
         !IsEqualsSign(word);
}

double MedianHeight(const PageText& page) {
  std::vector<int> heights;
  for (const Block& block : page.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        for (const Word& word : line.words) {
          if (!HasLetterOrDigit(word.text)) continue;
          heights.push_back(word.box.height_px());
        }
      }
    }
  }
  if (heights.empty()) return 0.0;
  const auto middle =
      heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
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

void Clear(Paragraph& paragraph, double height_px) {
  for (TextLine& line : paragraph.lines) {
    Drop(line.words, [&](const Word& w) { return IsScrap(w, height_px); });
    for (Word& word : line.words) TakeOffBars(word);
  }
  Drop(paragraph.lines, [](const TextLine& l) { return l.words.empty(); });
}

}  // namespace

PageText WithoutScraps(PageText page) {
  const double height_px = MedianHeight(page);
  for (Block& block : page.blocks) {
    for (Paragraph& paragraph : block.paragraphs) Clear(paragraph, height_px);
    Drop(block.paragraphs, [](const Paragraph& p) { return p.lines.empty(); });
  }
  Drop(page.blocks, [](const Block& b) { return b.paragraphs.empty(); });
  return page;
}

}  // namespace donthu
