#include "stages/extract/cells.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace donthu {
namespace {

// In heights of the line's words. Between words of a sentence stands a third
// of one, justified lines of typewriters have a whole one throughout.
constexpr double kWide = 0.9;      // between the cells of a row
constexpr double kVeryWide = 1.7;  // where it is the line's only one
constexpr double kSpread = 0.6;    // a line with no gap below is spread out
constexpr double kSpreadWide = 2.0;
// Of as many lines of a paragraph, one alone that is spread wide is justified
// text, not a row.
constexpr std::ptrdiff_t kText = 3;

class LineGaps {
 public:
  LineGaps(const Letter& letter, const LetterLine& line)
      : words_(letter.words.data() + line.first_word),
        count_(static_cast<std::size_t>(line.last_word - line.first_word)) {
    std::vector<int> heights;
    for (std::size_t i = 0; i < count_; ++i) {
      heights.push_back(Height(words_[i].box));
    }
    const auto middle =
        heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    height_ = heights.empty() ? 0 : *middle;
  }

  void AddCellEnds(std::vector<int>& ends) const {
    if (height_ <= 0 || count_ < 2) return;
    double least = kVeryWide;
    for (std::size_t i = 1; i < count_; ++i) {
      least = std::min(least, GapBefore(i));
    }
    const double wide = least < kSpread ? kWide : kSpreadWide;
    std::vector<std::size_t> found;
    for (std::size_t i = 1; i < count_; ++i) {
      if (GapBefore(i) > wide && !GoesOn(words_[i - 1])) found.push_back(i);
    }
    if (found.size() == 1 && GapBefore(found[0]) < kVeryWide) return;
    for (const std::size_t i : found) ends.push_back(words_[i - 1].span.end);
  }

 private:
  static int Height(const BoxPx& box) { return box.bottom_px - box.top_px; }

  double GapBefore(std::size_t i) const {
    return static_cast<double>(words_[i].box.left_px -
                               words_[i - 1].box.right_px) /
           height_;
  }

  // "Họ tên:     Lê Văn Tám": a label and its value, one text.
  static bool GoesOn(const LetterWord& word) {
    return !word.raw.empty() && std::string_view(":,;.").find(
                                    word.raw.back()) != std::string_view::npos;
  }

  const LetterWord* words_;
  std::size_t count_;
  int height_ = 0;
};

using Line = std::vector<LetterLine>::const_iterator;

// In a paragraph of text, lines stand below one another.
bool StandsBeside(const LetterLine& line, const LetterLine& next) {
  return line.page == next.page && !line.box.empty() &&
         next.box.left_px >= line.box.right_px;
}

constexpr std::size_t kRowEnds = 2;  // of three cells

// Of a paragraph that is the row of a table between rules; none where it is
// something else.
TableCells RuledCells(Line first, Line last) {
  TableCells cells;
  for (Line next = first + 1; next < last; ++next) {
    const LetterLine& line = *(next - 1);
    if (StandsBeside(line, *next)) cells.ends.push_back(line.span.end);
  }
  if (cells.ends.size() >= kRowEnds) {
    cells.rows.push_back({first->span.start, (last - 1)->span.end});
  }
  return cells;
}

// Of a paragraph whose words stand wide apart.
TableCells SpacedCells(const Letter& letter, Line first, Line last) {
  TableCells cells;
  int with_cells = 0;
  for (auto line = first; line != last; ++line) {
    const std::size_t before = cells.ends.size();
    LineGaps(letter, *line).AddCellEnds(cells.ends);
    const std::size_t count = cells.ends.size() - before;
    with_cells += count > 0 ? 1 : 0;
    if (count >= kRowEnds) cells.rows.push_back(line->span);
  }
  const bool stretched = last - first >= kText && with_cells == 1;
  return stretched ? TableCells{} : cells;
}

}  // namespace

TableCells CellsOf(const Letter& letter) {
  TableCells cells;
  for (auto first = letter.lines.begin(); first != letter.lines.end();) {
    const auto last =
        std::find_if(first, letter.lines.end(), [&](const LetterLine& line) {
          return line.paragraph != first->paragraph;
        });
    TableCells found = RuledCells(first, last);
    if (found.ends.empty()) found = SpacedCells(letter, first, last);
    cells.ends.insert(cells.ends.end(), found.ends.begin(), found.ends.end());
    cells.rows.insert(cells.rows.end(), found.rows.begin(), found.rows.end());
    first = last;
  }
  return cells;
}

}  // namespace donthu
