#include "tests/stages/split/made_pages.h"

#include <algorithm>
#include <sstream>

#include "models/text_offsets.h"

namespace donthu {
namespace {

constexpr int kWidthPx = 2480;
constexpr int kHeightPx = 3508;
constexpr int kLeftPx = 300;
constexpr int kTopPx = 250;
constexpr int kPitchPx = 75;
constexpr int kLetterPx = 32;
constexpr int kLinePx = 45;

TextLine LineAt(std::string text, int top_px) {
  int left = kLeftPx;
  if (!text.empty() && text.front() == '\t') {
    text.erase(0, 1);
    left = (kWidthPx - CodePointCount(text) * kLetterPx) / 2;
  }
  std::istringstream in(text);
  TextLine line;
  for (std::string word; in >> word;) {
    const int width = CodePointCount(word) * kLetterPx;
    const BoxPx box{left, top_px, std::min(left + width, kWidthPx),
                    top_px + kLinePx};
    line.words.push_back({word, box, 0.9});
    line.box = Union(line.box, box);
    left += width + kLetterPx;
  }
  return line;
}

PageResult PageFrom(int number, const std::vector<std::string>& lines,
                    int top_px) {
  PageResult made;
  made.page.number = number;
  made.page.width_px = made.text.width_px = kWidthPx;
  made.page.height_px = made.text.height_px = kHeightPx;
  made.page.dpi_x = made.page.dpi_y = 300;
  made.page.mean_confidence = 0.9;
  Paragraph paragraph;
  for (const std::string& text : lines) {
    paragraph.lines.push_back(LineAt(text, top_px));
    paragraph.box = Union(paragraph.box, paragraph.lines.back().box);
    top_px += kPitchPx;
  }
  if (lines.empty()) return made;
  made.text.blocks.push_back({paragraph.box, {paragraph}});
  return made;
}

}  // namespace

PageResult MadeTextPage(int number, const std::vector<std::string>& lines) {
  return PageFrom(number, lines, kTopPx);
}

PageResult MadeFullPage(int number, std::vector<std::string> lines) {
  constexpr std::size_t kLines = 38;
  const std::string filler =
      "gia đình tôi đã nhiều lần gửi đơn nhưng chưa được trả lời rõ.";
  const std::size_t at = lines.empty() ? 0 : lines.size() - 1;
  const std::size_t missing = kLines - std::min(kLines, lines.size());
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), missing,
               filler);
  return PageFrom(number, lines, kTopPx);
}

}  // namespace donthu
