#include "samples/paper/table.h"

#include <algorithm>
#include <numeric>

namespace donthu::samples {
namespace {

constexpr double kPaddingPt = 4.0;
constexpr double kUnboundedPt = 4000.0;

using Row = std::vector<ShapedText>;

TextStyle StyleOfRow(std::size_t row, const PageStyle& style) {
  TextStyle text;
  text.size_pt = style.size_pt - 1.0;
  text.font = row == 0 ? FontStyle::kBold : FontStyle::kRegular;
  text.align = row == 0 ? Align::kCenter : Align::kLeft;
  return text;
}

std::size_t ColumnCount(const Block& table) {
  std::size_t count = 0;
  for (const MarkedLine& line : table.lines) {
    count = std::max(count, line.size());
  }
  return count;
}

Result<std::vector<double>> NaturalWidths(const Block& table,
                                          const PageStyle& style,
                                          const Typesetter& typesetter) {
  std::vector<double> widths(ColumnCount(table), 0.0);
  for (std::size_t r = 0; r < table.lines.size(); ++r) {
    for (std::size_t c = 0; c < table.lines[r].size(); ++c) {
      const auto shaped = typesetter.Shape(table.lines[r][c],
                                           StyleOfRow(r, style), kUnboundedPt);
      if (!shaped) return Fail(shaped.error());
      // A point more than the text, or rounding wraps it.
      widths[c] = std::max(
          widths[c], shaped->lines.front().width_pt + 2 * kPaddingPt + 1.0);
    }
  }
  return widths;
}

void PutRow(const Row& row, const std::vector<double>& widths,
            Typesetter& typesetter) {
  std::size_t printed_rows = 1;
  for (const ShapedText& cell : row) {
    printed_rows = std::max(printed_rows, cell.lines.size());
  }
  const double line_height = typesetter.LineHeight(row.front().style);
  const double height =
      line_height * static_cast<double>(printed_rows) + kPaddingPt;
  typesetter.Keep(height);
  const double top = typesetter.y_pt();
  const double left = typesetter.body().left_pt;
  double x = left;
  for (std::size_t c = 0; c < row.size(); ++c) {
    typesetter.MoveTo(top + kPaddingPt / 2);
    typesetter.Put(row[c], x + kPaddingPt);
    x += widths[c];
  }
  typesetter.MoveTo(top + height);
  x = left;
  for (std::size_t c = 0; c <= widths.size(); ++c) {
    typesetter.Rule({x, top, x, top + height});
    if (c < widths.size()) x += widths[c];
  }
  typesetter.Rule({left, top, x, top});
  typesetter.Rule({left, top + height, x, top + height});
}

}  // namespace

std::vector<double> FittedWidths(const std::vector<double>& natural,
                                 double available) {
  std::vector<double> sorted = natural;
  std::sort(sorted.begin(), sorted.end());
  double left = available;
  double cap = 0.0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    cap = left / static_cast<double>(sorted.size() - i);
    if (sorted[i] > cap) break;
    left -= sorted[i];
    cap = sorted[i];
  }
  std::vector<double> widths = natural;
  for (double& width : widths) width = std::min(width, cap);
  return widths;
}

Status PutTable(const Block& table, const PageStyle& style,
                Typesetter& typesetter) {
  const auto natural = NaturalWidths(table, style, typesetter);
  if (!natural) return Fail(natural.error());
  const auto widths = FittedWidths(*natural, typesetter.body().width_pt);
  for (std::size_t r = 0; r < table.lines.size(); ++r) {
    Row row;
    for (std::size_t c = 0; c < table.lines[r].size(); ++c) {
      auto cell = typesetter.Shape(table.lines[r][c], StyleOfRow(r, style),
                                   widths[c] - 2 * kPaddingPt);
      if (!cell) return Fail(cell.error());
      row.push_back(std::move(*cell));
    }
    if (!row.empty()) PutRow(row, widths, typesetter);
  }
  typesetter.Skip(style.gap_pt * 2);
  return Done{};
}

}  // namespace donthu::samples
