#include "stages/recognize/table_rows.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

namespace donthu {
namespace {

constexpr std::size_t kLeastRows = 4;
// Of the left column's lines, those that must begin at one edge.
constexpr double kAtEdge = 0.75;

std::vector<TextLine> LinesOf(const Block& block) {
  std::vector<TextLine> lines;
  for (const Paragraph& paragraph : block.paragraphs) {
    lines.insert(lines.end(), paragraph.lines.begin(), paragraph.lines.end());
  }
  return lines;
}

bool SideBySide(const TextLine& left, const TextLine& right) {
  const int shared = std::min(left.box.bottom_px, right.box.bottom_px) -
                     std::max(left.box.top_px, right.box.top_px);
  const int least = std::min(left.box.height_px(), right.box.height_px());
  return 2 * shared >= least && right.box.left_px >= left.box.right_px;
}

bool BeginAtOneEdge(const std::vector<TextLine>& lines) {
  std::vector<int> edges;
  edges.reserve(lines.size());
  for (const TextLine& line : lines) edges.push_back(line.box.left_px);
  const auto middle =
      edges.begin() + static_cast<std::ptrdiff_t>(edges.size() / 2);
  std::nth_element(edges.begin(), middle, edges.end());
  const int edge = *middle;
  const auto near =
      std::count_if(lines.begin(), lines.end(), [edge](const TextLine& line) {
        return 2 * std::abs(line.box.left_px - edge) < line.box.height_px();
      });
  return static_cast<double>(near) >=
         kAtEdge * static_cast<double>(lines.size());
}

TextLine Joined(TextLine left, const TextLine& right) {
  left.box = Union(left.box, right.box);
  left.words.insert(left.words.end(), right.words.begin(), right.words.end());
  return left;
}

// The rows of both columns, or nothing where they are no table.
std::optional<std::vector<TextLine>> RowsOf(const Block& left_block,
                                            const Block& right_block) {
  const std::vector<TextLine> left = LinesOf(left_block);
  const std::vector<TextLine> right = LinesOf(right_block);
  if (left.size() < kLeastRows || right.size() < kLeastRows ||
      !BeginAtOneEdge(left)) {
    return std::nullopt;
  }
  std::vector<TextLine> rows;
  std::size_t pairs = 0;
  std::size_t next = 0;
  for (const TextLine& line : left) {
    if (next < right.size() && SideBySide(line, right[next])) {
      rows.push_back(Joined(line, right[next++]));
      ++pairs;
    } else {
      rows.push_back(line);
    }
  }
  const bool whole = next == right.size() && pairs + 1 >= left.size();
  return whole && pairs >= kLeastRows ? std::optional(std::move(rows))
                                      : std::nullopt;
}

Block BlockOf(std::vector<TextLine> rows) {
  Block block;
  for (TextLine& row : rows) {
    block.box = Union(block.box, row.box);
    block.paragraphs.push_back({row.box, {std::move(row)}});
  }
  return block;
}

}  // namespace

PageText WithTableRows(PageText page) {
  std::vector<Block> blocks;
  for (Block& block : page.blocks) {
    auto rows = blocks.empty() ? std::nullopt : RowsOf(blocks.back(), block);
    if (rows) {
      blocks.back() = BlockOf(std::move(*rows));
    } else {
      blocks.push_back(std::move(block));
    }
  }
  page.blocks = std::move(blocks);
  return page;
}

}  // namespace donthu
