#include "stages/split/page_lines.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>
#include <utility>

#include "models/text_offsets.h"
#include "stages/split/folded.h"

namespace donthu {
namespace {

constexpr int kMostPageNumber = 200;

PageLine LineOf(const TextLine& line) {
  PageLine made;
  int width_px = 0;
  int letters = 0;
  for (const Word& word : line.words) {
    width_px += word.box.width_px();
    letters += CodePointCount(word.text);
    if (!made.text.empty()) made.text += ' ';
    made.text += word.text;
  }
  made.folded = WithoutMarks(made.text);
  made.words = static_cast<int>(line.words.size());
  made.box = line.box;
  made.letter_width_px = static_cast<double>(width_px) / std::max(1, letters);
  const Capitals capitals = CountCapitals(made.text);
  made.mostly_capitals =
      capitals.upper > 0 &&
      10 * capitals.upper >= 6 * (capitals.upper + capitals.lower);
  return made;
}

// The number at the front of `rest`, which loses it; 0: none there.
int TakeNumber(std::string_view& rest) {
  int number = 0;
  while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9' &&
         number <= kMostPageNumber) {
    number = number * 10 + (rest.front() - '0');
    rest.remove_prefix(1);
  }
  return number;
}

void Skip(std::string_view& rest, std::string_view characters) {
  while (!rest.empty() &&
         characters.find(rest.front()) != std::string_view::npos) {
    rest.remove_prefix(1);
  }
}

}  // namespace

std::vector<PageLine> LinesOf(const PageText& text) {
  std::vector<PageLine> lines;
  for (const Block& block : text.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        PageLine made = LineOf(line);
        if (!made.folded.empty()) lines.push_back(std::move(made));
      }
    }
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PageLine& a, const PageLine& b) {
                     return a.box.top_px < b.box.top_px;
                   });
  return lines;
}

PrintedNumber PrintedNumberIn(const PageLine& line) {
  constexpr std::string_view kAround = " -.,:;";
  constexpr std::string_view kWord = "trang";
  std::string_view rest = line.folded;
  Skip(rest, kAround);
  if (rest.substr(0, kWord.size()) == kWord) rest.remove_prefix(kWord.size());
  Skip(rest, kAround);
  PrintedNumber printed{TakeNumber(rest), 0};
  Skip(rest, " ");
  if (!rest.empty() && rest.front() == '/') {
    rest.remove_prefix(1);
    Skip(rest, " ");
    printed.count = TakeNumber(rest);
  }
  Skip(rest, kAround);
  const bool alone = rest.empty() && printed.page > 0 &&
                     printed.page <= kMostPageNumber &&
                     (printed.count == 0 || printed.page <= printed.count);
  return alone ? printed : PrintedNumber();
}

}  // namespace donthu
