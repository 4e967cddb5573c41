#include "stages/normalize/page_number_line.h"

#include <algorithm>

#include "models/page_number.h"

namespace donthu {
namespace {

constexpr double kMargin = 0.1;    // of the page: 20 to 30 mm, and a crop
constexpr double kLeftmost = 0.4;  // numbers of lists stand further left
constexpr double kApart = 0.5;     // of the number's height, at least

bool HoldsNumber(const CleanLine& line) {
  std::string text;
  for (const std::string& word : line.words) text += word + ' ';
  return PrintedNumberIn(text).page > 0;
}

bool InMargin(const BoxPx& box, int height_px) {
  const double middle = (box.top_px + box.bottom_px) / 2.0;
  return middle < kMargin * height_px || middle > (1.0 - kMargin) * height_px;
}

// Room above `box` to `other`, or below it; negative where they share a row.
int RoomBetween(const BoxPx& box, const BoxPx& other) {
  return std::max(other.top_px - box.bottom_px, box.top_px - other.bottom_px);
}

// Nothing beside it or further out.
bool StandsAlone(const std::vector<CleanLine>& lines, const CleanLine& number,
                 int height_px) {
  const BoxPx& box = number.box;
  const bool at_head = box.bottom_px * 2 < height_px;
  return std::all_of(lines.begin(), lines.end(), [&](const CleanLine& line) {
    if (&line == &number) return true;
    const bool within = at_head ? line.box.top_px > box.top_px
                                : line.box.bottom_px < box.bottom_px;
    return within && RoomBetween(box, line.box) >= kApart * box.height_px();
  });
}

}  // namespace

std::optional<std::size_t> PageNumberLine(const std::vector<CleanLine>& lines,
                                          int width_px, int height_px) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const BoxPx& box = lines[i].box;
    if (box.empty() || !InMargin(box, height_px)) continue;
    const double middle = (box.left_px + box.right_px) / 2.0;
    if (middle < kLeftmost * width_px || !HoldsNumber(lines[i])) continue;
    if (StandsAlone(lines, lines[i], height_px)) return i;
  }
  return std::nullopt;
}

}  // namespace donthu
