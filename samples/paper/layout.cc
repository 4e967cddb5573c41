#include "samples/paper/layout.h"

#include <algorithm>
#include <array>

#include "samples/paper/table.h"
#include "samples/paper/typesetter.h"
#include "samples/rng.h"

namespace donthu::samples {
namespace {

constexpr double kIndentPt = 28.35;  // 1 cm: Nghị định 30/2020/NĐ-CP

// Sets the blocks of one letter, one function a shape of block.
class Compositor {
 public:
  Compositor(const PageStyle& style, Typesetter& typesetter)
      : style_(style), typesetter_(typesetter) {}

  Status Put(const Block& block) {
    switch (block.kind) {
      case BlockKind::kColumns:
        return PutColumns(block, 0.42);
      case BlockKind::kTwoSign:
        return PutColumns(block, 0.5);
      case BlockKind::kSignature:
        return PutSignature(block);
      case BlockKind::kTable:
        return PutTable(block, style_, typesetter_);
      default:
        return PutText(block);
    }
  }

 private:
  TextStyle StyleIn(BlockKind kind, std::size_t line) const {
    TextStyle text;
    text.size_pt = style_.size_pt;
    switch (kind) {
      case BlockKind::kHeading:
        text.font = FontStyle::kBold;
        text.align = Align::kCenter;
        break;
      case BlockKind::kTitle:
        text.font = FontStyle::kBold;
        text.align = Align::kCenter;
        if (line == 0) text.size_pt += 2.0;
        break;
      case BlockKind::kDateline:
        text.font = FontStyle::kItalic;
        text.align = Align::kRight;
        break;
      case BlockKind::kCenter:
        text.align = Align::kCenter;
        break;
      case BlockKind::kPara:
        text.align = Align::kJustified;
        text.indent_pt = kIndentPt;
        break;
      case BlockKind::kList:
        text.align = Align::kJustified;
        text.indent_pt = -kIndentPt / 2;
        break;
      case BlockKind::kFooter:
        text.size_pt -= 2.0;
        break;
      default:
        break;
    }
    return text;
  }

  Status PutText(const Block& block) {
    const Column column = typesetter_.body();
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      const MarkedText& line = block.lines[i].front();
      const auto text =
          typesetter_.Shape(line, StyleIn(block.kind, i), column.width_pt);
      if (!text) return Fail(text.error());
      typesetter_.Put(*text, column.left_pt);
      const bool last = i + 1 == block.lines.size();
      if (block.kind == BlockKind::kHeading && last && HasLetters(line.text)) {
        typesetter_.Underline(*text, column.left_pt);
        typesetter_.Skip(style_.gap_pt);
      }
      if (block.kind != BlockKind::kHeading) typesetter_.Skip(style_.gap_pt);
    }
    if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kTitle) {
      typesetter_.Skip(style_.size_pt / 2);
    }
    return Done{};
  }

  static bool HasLetters(const std::string& text) {
    return text.find(' ') != std::string::npos;
  }

  TextStyle LetterheadStyle(const MarkedText& cell, std::size_t line) const {
    TextStyle text;
    text.size_pt = style_.size_pt;
    text.align = Align::kCenter;
    const bool number = cell.text.rfind("Số:", 0) == 0;
    if (line < 2 && !number) text.font = FontStyle::kBold;
    if (line >= 2 && !cell.spans.empty()) text.font = FontStyle::kItalic;
    return text;
  }

  // The largest size from that of the body down in which a cell that has no
  // blank to break at leisure stays on one line.
  Result<ShapedText> ShapeToFit(const MarkedText& cell, TextStyle style,
                                double width_pt) const {
    for (;;) {
      auto text = typesetter_.Shape(cell, style, width_pt);
      if (!text || text->lines.size() < 2 || style.size_pt < 11.0) return text;
      style.size_pt -= 0.5;
    }
  }

  Status PutCell(const MarkedText& cell, const TextStyle& style,
                 const Column& column) {
    if (cell.text == kSignHere) {
      typesetter_.LeaveSign(column);
      return Done{};
    }
    const auto text = ShapeToFit(cell, style, column.width_pt);
    if (!text) return Fail(text.error());
    if (cell.text.empty()) {
      typesetter_.Skip(typesetter_.LineHeight(style));
      return Done{};
    }
    typesetter_.Put(*text, column.left_pt);
    if (cell.text.rfind("Độc lập", 0) != 0) return Done{};
    typesetter_.Underline(*text, column.left_pt);
    typesetter_.Skip(style_.gap_pt);
    return Done{};
  }

  // A generous guess of a block's height, to keep it on one page.
  double HeightOf(const Block& block) const {
    double height = 0.0;
    for (const MarkedLine& line : block.lines) {
      const bool sign = line.back().text == kSignHere;
      height += sign ? kSignHeightPt : style_.size_pt * style_.line_height;
    }
    return height + style_.size_pt;
  }

  Status PutColumns(const Block& block, double left_share) {
    typesetter_.Keep(HeightOf(block));
    const Column body = typesetter_.body();
    const double split = body.width_pt * left_share;
    const std::array<Column, 2> columns = {
        {{body.left_pt, split - 4.0},
         {body.left_pt + split, body.width_pt - split}}};
    const double top = typesetter_.y_pt();
    double bottom = top;
    for (std::size_t side = 0; side < 2; ++side) {
      typesetter_.MoveTo(top);
      for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const MarkedText& cell = block.lines[i][side];
        const TextStyle style = block.kind == BlockKind::kTwoSign
                                    ? SignatureStyle(i)
                                    : LetterheadStyle(cell, i);
        const auto put = PutCell(cell, style, columns[side]);
        if (!put) return put;
      }
      bottom = std::max(bottom, typesetter_.y_pt());
    }
    typesetter_.MoveTo(bottom + style_.gap_pt * 2);
    return Done{};
  }

  TextStyle SignatureStyle(std::size_t line) const {
    TextStyle text;
    text.size_pt = style_.size_pt;
    text.align = Align::kCenter;
    if (line == 0) text.font = FontStyle::kBold;
    return text;
  }

  Status PutSignature(const Block& block) {
    typesetter_.Keep(HeightOf(block));
    Column column = typesetter_.body();
    column.left_pt += column.width_pt * 0.45;
    column.width_pt *= 0.55;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      const auto put =
          PutCell(block.lines[i].front(), SignatureStyle(i), column);
      if (!put) return put;
    }
    typesetter_.Skip(style_.gap_pt);
    return Done{};
  }

  const PageStyle& style_;
  Typesetter& typesetter_;
};

}  // namespace

PageStyle StyleOf(const SampleLetter& letter) {
  Rng rng = Rng(Hash(letter.id)).Fork("style");
  PageStyle style;
  constexpr std::array<double, 4> kSizes = {12.0, 13.0, 13.0, 14.0};
  style.size_pt = IsTyped(letter.typeface)
                      ? 12.0
                      : kSizes[static_cast<std::size_t>(rng.Whole(0, 3))];
  style.line_height = rng.Between(1.2, 1.35);
  style.gap_pt = rng.Between(2.0, 5.0);
  if (rng.Chance(0.5)) style.numbers = PageNumbers::kFromSecond;
  return style;
}

Result<LaidLetter> LayOut(const SampleLetter& letter, const PageStyle& style,
                          Typeface typeface) {
  const auto shaper = OpenShaper(typeface);
  if (!shaper) return Fail(shaper.error());
  Typesetter typesetter(**shaper, style);
  Compositor compositor(style, typesetter);
  for (const Block& block : letter.blocks) {
    const auto put = compositor.Put(block);
    if (!put) return Fail(put.error());
  }
  if (style.numbers == PageNumbers::kFromSecond) {
    const auto numbered = typesetter.NumberPages();
    if (!numbered) return Fail(numbered.error());
  }
  return LaidLetter{typeface, letter.fields, typesetter.Take()};
}

}  // namespace donthu::samples
