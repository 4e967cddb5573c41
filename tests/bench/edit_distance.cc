#include "tests/bench/edit_distance.h"

#include <unordered_map>
#include <vector>

namespace donthu::bench {
namespace {

constexpr std::size_t kRows = 64;  // of a block

// A column of the table as differences down it: where the bit of a row is
// set in `up` the value grows by one, in `down` it falls by one.
struct Block {
  std::uint64_t up = ~std::uint64_t{0};
  std::uint64_t down = 0;
};

// What one column's step to the next adds at the upper or lower edge of a
// block: -1, 0 or 1.
using Step = int;

// Moves `block` one column to the right. `equal` has the bits of the rows
// whose symbol is the column's; gives the step at row `last`.
Step Advance(Block& block, std::uint64_t equal, Step above, std::size_t last) {
  const std::uint64_t falls_above = above < 0 ? 1 : 0;
  const std::uint64_t grows_above = above > 0 ? 1 : 0;
  const std::uint64_t kept = equal | block.down;
  equal |= falls_above;
  const std::uint64_t run =
      (((equal & block.up) + block.up) ^ block.up) | equal;
  const std::uint64_t grows = block.down | ~(run | block.up);
  const std::uint64_t falls = block.up & run;
  const std::uint64_t grows_below = (grows << 1) | grows_above;
  const std::uint64_t falls_below = (falls << 1) | falls_above;
  block.up = falls_below | ~(kept | grows_below);
  block.down = grows_below & kept;
  return static_cast<Step>((grows >> last) & 1) -
         static_cast<Step>((falls >> last) & 1);
}

using RowBits = std::unordered_map<char32_t, std::vector<std::uint64_t>>;

RowBits RowsOfSymbols(std::u32string_view symbols, std::size_t blocks) {
  RowBits rows;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    auto& bits = rows[symbols[i]];
    bits.resize(blocks);
    bits[i / kRows] |= std::uint64_t{1} << (i % kRows);
  }
  return rows;
}

}  // namespace

std::int64_t EditDistance(std::u32string_view a, std::u32string_view b) {
  if (a.empty()) return static_cast<std::int64_t>(b.size());
  const std::size_t blocks = (a.size() + kRows - 1) / kRows;
  const RowBits rows = RowsOfSymbols(a, blocks);
  const std::vector<std::uint64_t> nowhere(blocks);
  std::vector<Block> column(blocks);
  auto distance = static_cast<std::int64_t>(a.size());
  for (const char32_t symbol : b) {
    const auto found = rows.find(symbol);
    const auto& equal = found == rows.end() ? nowhere : found->second;
    Step step = 1;
    for (std::size_t i = 0; i < blocks; ++i) {
      const bool lowest = i + 1 == blocks;
      const std::size_t last = lowest ? (a.size() - 1) % kRows : kRows - 1;
      step = Advance(column[i], equal[i], step, last);
    }
    distance += step;
  }
  return distance;
}

}  // namespace donthu::bench
