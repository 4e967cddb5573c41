#include "stages/receive/stamp_rows.h"

#include <algorithm>
#include <cstddef>

#include "stages/receive/plain_letters.h"

namespace donthu {
namespace {

// Longer rows are no stamp's; matching takes stack by the character.
constexpr std::size_t kMaxRow = 200;

int Middle(const Word& word) {
  return (word.box.top_px + word.box.bottom_px) / 2;
}

std::vector<Word> WordsOf(const PageText& stamp) {
  std::vector<Word> words;
  for (const Block& block : stamp.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        words.insert(words.end(), line.words.begin(), line.words.end());
      }
    }
  }
  std::stable_sort(
      words.begin(), words.end(),
      [](const Word& a, const Word& b) { return Middle(a) < Middle(b); });
  return words;
}

bool HasDigit(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos;
}

StampRow RowOf(std::vector<Word> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) {
                     return a.box.left_px < b.box.left_px;
                   });
  StampRow row;
  bool figures = false;
  for (const Word& word : words) {
    if (!row.text.empty()) {
      row.text += ' ';
      row.printed += ' ';
    }
    row.text += PlainLetters(word.text);
    row.printed += word.text;
    if (!HasDigit(word.text)) continue;
    row.sure_of_figures = figures
                              ? std::min(row.sure_of_figures, word.confidence)
                              : word.confidence;
    figures = true;
  }
  return row;
}

}  // namespace

std::vector<StampRow> RowsOf(const PageText& stamp) {
  std::vector<StampRow> rows;
  std::vector<Word> row;
  int bottom_px = 0;
  const auto end_row = [&] {
    if (row.empty()) return;
    rows.push_back(RowOf(std::move(row)));
    row.clear();
    if (rows.back().text.size() > kMaxRow) rows.pop_back();
  };
  for (Word& word : WordsOf(stamp)) {
    if (!row.empty() && Middle(word) >= bottom_px) end_row();
    // The row reaches as far down as its first word, or lowest middle.
    bottom_px = row.empty() ? word.box.bottom_px
                            : std::min(bottom_px, word.box.bottom_px);
    row.push_back(std::move(word));
  }
  end_row();
  return rows;
}

}  // namespace donthu
