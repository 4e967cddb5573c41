#include "stages/examine/rules.h"

#include <algorithm>
#include <cstddef>

namespace donthu {
namespace {

// Both directions are told from the page as it was.
struct Run {
  std::size_t start = 0;
  std::size_t step = 1;
  int length = 0;
};

void FindAcross(const std::vector<std::uint8_t>& ink, std::size_t width,
                int least, std::vector<Run>& runs) {
  for (std::size_t row = 0; row + width <= ink.size(); row += width) {
    int length = 0;
    for (std::size_t x = 0; x <= width; ++x) {
      if (x < width && ink[row + x] != 0) {
        ++length;
        continue;
      }
      if (length >= least) {
        runs.push_back({row + x - static_cast<std::size_t>(length), 1, length});
      }
      length = 0;
    }
  }
}

void FindDown(const std::vector<std::uint8_t>& ink, std::size_t width,
              int least, std::vector<Run>& runs) {
  std::vector<int> lengths(width, 0);
  for (std::size_t row = 0; row <= ink.size(); row += width) {
    for (std::size_t x = 0; x < width; ++x) {
      if (row < ink.size() && ink[row + x] != 0) {
        ++lengths[x];
        continue;
      }
      const int length = lengths[x];
      lengths[x] = 0;
      if (length < least) continue;
      runs.push_back(
          {row + x - static_cast<std::size_t>(length) * width, width, length});
    }
  }
}

}  // namespace

void EraseRules(std::vector<std::uint8_t>& ink, int width_px, int across_px,
                int down_px) {
  const auto width = static_cast<std::size_t>(width_px);
  std::vector<Run> runs;
  FindAcross(ink, width, across_px, runs);
  FindDown(ink, width, down_px, runs);
  for (const Run& run : runs) {
    for (int i = 0; i < run.length; ++i) {
      ink[run.start + static_cast<std::size_t>(i) * run.step] = 0;
    }
  }
}

}  // namespace donthu
