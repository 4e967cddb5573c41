// Ruled paper and tables: lines that would tie letters together.
#pragma once

#include <cstdint>
#include <vector>

namespace donthu {

// Clears runs of ink in `ink` (row-major, 0 or 1) across of at least
// `across_px` pixels, and down of at least `down_px`; both from 1.
void EraseRules(std::vector<std::uint8_t>& ink, int width_px, int across_px,
                int down_px);

}  // namespace donthu
