#include "stages/examine/rules.h"

#include <cstddef>

namespace donthu {
namespace {

// Both directions are told from the page as it was.
struct Run {
  std::size_t start = 0;
  std::size_t step = 1;
  std::size_t length = 0;
};

// A run of `least` pixels meets every `least`th column, or row: only there is
// looked for one.
void FindAcross(const std::vector<std::uint8_t>& ink, std::size_t width,
                std::size_t least, std::vector<Run>& runs) {
  for (std::size_t row = 0; row + width <= ink.size(); row += width) {
    for (std::size_t x = least - 1; x < width; x += least) {
      if (ink[row + x] == 0) continue;
      std::size_t first = x;
      while (first > 0 && ink[row + first - 1] != 0) --first;
      std::size_t last = x + 1;
      while (last < width && ink[row + last] != 0) ++last;
      if (last - first >= least) runs.push_back({row + first, 1, last - first});
    }
  }
}

void FindDown(const std::vector<std::uint8_t>& ink, std::size_t width,
              std::size_t least, std::vector<Run>& runs) {
  const std::size_t step = width * least;
  for (std::size_t row = step - width; row < ink.size(); row += step) {
    for (std::size_t at = row; at < row + width; ++at) {
      if (ink[at] == 0) continue;
      std::size_t first = at;
      while (first >= width && ink[first - width] != 0) first -= width;
      std::size_t last = at + width;
      while (last < ink.size() && ink[last] != 0) last += width;
      const std::size_t length = (last - first) / width;
      if (length >= least) runs.push_back({first, width, length});
    }
  }
}

}  // namespace

void EraseRules(std::vector<std::uint8_t>& ink, int width_px, int across_px,
                int down_px) {
  const auto width = static_cast<std::size_t>(width_px);
  std::vector<Run> runs;
  FindAcross(ink, width, static_cast<std::size_t>(across_px), runs);
  FindDown(ink, width, static_cast<std::size_t>(down_px), runs);
  for (const Run& run : runs) {
    for (std::size_t i = 0; i < run.length; ++i) {
      ink[run.start + i * run.step] = 0;
    }
  }
}

}  // namespace donthu
