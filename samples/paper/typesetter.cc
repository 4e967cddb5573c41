#include "samples/paper/typesetter.h"

#include <algorithm>
#include <string>
#include <utility>

namespace donthu::samples {
namespace {

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Token> TokensOf(std::string_view text, std::size_t begin,
                            std::size_t end) {
  std::vector<Token> tokens;
  for (std::size_t at = begin; at < end;) {
    const std::size_t space = std::min(text.find(' ', at), end);
    if (space > at) tokens.push_back({at, space});
    at = space + 1;
  }
  return tokens;
}

int FieldAt(const MarkedText& text, std::size_t byte) {
  for (const FieldSpan& span : text.spans) {
    if (byte >= span.begin && byte < span.end) return span.field;
  }
  return -1;
}

BoxPt Moved(const BoxPt& box, double x, double y) {
  if (box.empty()) return {};
  return {box.left + x, box.top + y, box.right + x, box.bottom + y};
}

PlacedGlyph Placed(const ShapedGlyph& glyph, double size_pt, double left,
                   double baseline) {
  PlacedGlyph placed;
  placed.style = glyph.style;
  placed.index = glyph.index;
  placed.size_pt = size_pt;
  placed.x_pt = left + glyph.x_pt;
  placed.y_pt = baseline + glyph.y_pt;
  placed.ink = Moved(glyph.ink, left, baseline);
  return placed;
}

}  // namespace

Typesetter::Typesetter(const Shaper& shaper, const PageStyle& style)
    : shaper_(shaper), style_(style) {
  pages_.emplace_back();
  y_pt_ = style_.top_mm * kPointsPerMm;
}

Column Typesetter::body() const {
  const double left = style_.left_mm * kPointsPerMm;
  return {left, kPageWidthPt - left - style_.right_mm * kPointsPerMm};
}

double Typesetter::LineHeight(const TextStyle& style) const {
  return style.size_pt * style_.line_height;
}

double Typesetter::HeightOf(const ShapedText& text) const {
  return LineHeight(text.style) * static_cast<double>(text.lines.size());
}

double Typesetter::BaselineOf(const TextStyle& style) const {
  // The height of a line above and below its letters is shared out evenly;
  // 0.9 and 0.25 of the size reach over stacked marks and descenders.
  return (LineHeight(style) - 1.15 * style.size_pt) / 2 + 0.9 * style.size_pt;
}

void Typesetter::Keep(double height_pt) {
  const double bottom = kPageHeightPt - style_.bottom_mm * kPointsPerMm;
  if (y_pt_ + height_pt <= bottom) return;
  pages_.emplace_back();
  y_pt_ = style_.top_mm * kPointsPerMm;
}

Result<ShapedText> Typesetter::Shape(const MarkedText& text,
                                     const TextStyle& style,
                                     double width_pt) const {
  auto lines = shaper_.Shape(text.text, style, width_pt);
  if (!lines) return Fail(lines.error());
  return ShapedText{text, style, std::move(*lines)};
}

void Typesetter::AddWords(const ShapedText& text, const ShapedLine& line,
                          double left_pt) {
  LaidPage& page = pages_.back();
  const double baseline = y_pt_ + BaselineOf(text.style);
  const auto tokens = TokensOf(text.source.text, line.begin, line.end);
  const auto first_word = static_cast<int>(page.words.size());
  for (const Token& token : tokens) {
    std::string word =
        text.source.text.substr(token.begin, token.end - token.begin);
    std::string& printed = page.lines.back().text;
    printed += (printed.empty() ? "" : " ") + word;
    page.words.push_back(
        {std::move(word), static_cast<int>(page.lines.size()) - 1});
  }
  for (const ShapedGlyph& glyph : line.glyphs) {
    if (glyph.ink.empty()) continue;
    PlacedGlyph placed = Placed(glyph, text.style.size_pt, left_pt, baseline);
    placed.field = FieldAt(text.source, glyph.byte);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (glyph.byte < tokens[i].begin || glyph.byte >= tokens[i].end) continue;
      placed.word = first_word + static_cast<int>(i);
    }
    page.glyphs.push_back(placed);
  }
}

void Typesetter::Put(const ShapedText& text, double left_pt) {
  const double height = LineHeight(text.style);
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    Keep(height);
    pages_.back().lines.emplace_back();
    AddWords(text, text.lines[i], left_pt);
    if (pages_.back().lines.back().text.empty()) pages_.back().lines.pop_back();
    y_pt_ += height;
  }
}

void Typesetter::Underline(const ShapedText& text, double left_pt) {
  if (text.lines.empty()) return;
  const ShapedLine& last = text.lines.back();
  const double y =
      y_pt_ - LineHeight(text.style) + BaselineOf(text.style) + 4.5;
  const double x = left_pt + last.left_pt;
  Rule({x, y, x + last.width_pt, y});
}

void Typesetter::Rule(const RulePt& rule) {
  pages_.back().rules.push_back(rule);
}

void Typesetter::LeaveSign(const Column& column) {
  pages_.back().signs.push_back(
      {column.left_pt + column.width_pt / 2, y_pt_ + kSignHeightPt / 2});
  y_pt_ += kSignHeightPt;
}

Status Typesetter::NumberPages() {
  TextStyle style;
  style.size_pt = style_.size_pt;
  style.align = Align::kCenter;
  for (std::size_t i = 1; i < pages_.size(); ++i) {
    const auto lines =
        shaper_.Shape(std::to_string(i + 1), style, body().width_pt);
    if (!lines) return Fail(lines.error());
    for (const ShapedGlyph& glyph : lines->front().glyphs) {
      pages_[i].glyphs.push_back(
          Placed(glyph, style.size_pt, body().left_pt,
                 style_.top_mm * kPointsPerMm / 2 + style.size_pt / 2));
    }
  }
  return Done{};
}

}  // namespace donthu::samples
