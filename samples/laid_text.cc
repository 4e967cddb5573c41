#include "samples/laid_text.h"

#include <cmath>
#include <string>
#include <vector>

#include "samples/draw_letter.h"

namespace donthu::samples {
namespace {

constexpr double kPxPerPt = kSheetDpi / 72.0;
constexpr double kMisreadLines = 1.0 / 30.0;

BoxPx BoxOf(const BoxPt& ink) {
  return {static_cast<int>(std::floor(ink.left * kPxPerPt)),
          static_cast<int>(std::floor(ink.top * kPxPerPt)),
          static_cast<int>(std::ceil(ink.right * kPxPerPt)),
          static_cast<int>(std::ceil(ink.bottom * kPxPerPt))};
}

void AddLine(TextLine line, PageText& text) {
  if (line.words.empty()) return;
  for (const Word& word : line.words) line.box = Union(line.box, word.box);
  text.blocks.push_back({line.box, {{line.box, {line}}}});
}

}  // namespace

PageResult TextOfPage(const LaidPage& page, int number, int printed_number,
                      Rng& rng) {
  PageResult read;
  read.page.number = number;
  read.text.width_px = static_cast<int>(std::lround(kPageWidthPt * kPxPerPt));
  read.text.height_px = static_cast<int>(std::lround(kPageHeightPt * kPxPerPt));
  read.page.width_px = read.text.width_px;
  read.page.height_px = read.text.height_px;
  read.page.dpi_x = read.page.dpi_y = kSheetDpi;
  read.page.mean_confidence = 0.9;
  std::vector<BoxPx> boxes(page.words.size());
  for (const PlacedGlyph& glyph : page.glyphs) {
    if (glyph.word < 0) continue;
    BoxPx& box = boxes[static_cast<std::size_t>(glyph.word)];
    box = Union(box, BoxOf(glyph.ink));
  }
  if (printed_number > 0) {
    const int middle = read.text.width_px / 2;
    AddLine({{},
             {{std::to_string(printed_number),
               {middle - 12, 110, middle + 12, 150},
               0.9}}},
            read.text);
  }
  std::vector<TextLine> lines(page.lines.size());
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    lines[static_cast<std::size_t>(page.words[i].line)].words.push_back(
        {page.words[i].text, boxes[i], 0.9});
  }
  for (TextLine& line : lines) {
    if (!line.words.empty() && rng.Chance(kMisreadLines)) {
      const auto last = static_cast<int>(line.words.size()) - 1;
      line.words[static_cast<std::size_t>(rng.Whole(0, last))].text = "lI1";
    }
    AddLine(line, read.text);
  }
  return read;
}

}  // namespace donthu::samples
