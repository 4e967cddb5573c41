#include "stages/recognize/reading_order.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "stages/recognize/letters_in.h"
#include "stages/recognize/page_lines.h"

namespace donthu {
namespace {

// In heights of a line, measured on scanned letterheads; spaces between words
// of justified text stay below 1.
constexpr double kMinGutter = 1.2;
constexpr double kMaxOffCentre = 0.8;
constexpr double kMinIndentSpread = 1.0;
// Scraps of a seal or of marks read as a line of their own stand anywhere.
constexpr double kMinCentredShare = 0.7;
// The next row of a letterhead; number and date below it stand farther off.
constexpr double kMaxCloseGap = 0.8;
// Room for a signature between office and name.
constexpr double kMaxSignatureGap = 8.0;
constexpr double kLetterheadShare = 0.3;  // of the page's height
constexpr std::size_t kMinRows = 2;

using Row = PageLine;

struct Gutter {
  int left_px = 0;
  int right_px = 0;

  int width_px() const { return right_px - left_px; }
  int centre_px() const { return (left_px + right_px) / 2; }
};

// Rows [first, last) with a gutter between their columns.
struct Band {
  std::size_t first = 0;
  std::size_t last = 0;
  Gutter gutter;
};

// Rules and specks are no columns.
bool IsInk(const Word& word) {
  return HasLetterOrDigit(word.text) ||
         word.text.find('=') != std::string::npos;
}

int CentreOf(const BoxPx& box) { return (box.left_px + box.right_px) / 2; }

struct Extent {
  BoxPx left;
  BoxPx right;
};

// What a row has left and right of `x_px`; empty boxes where nothing.
Extent ExtentOf(const Row& row, int x_px) {
  Extent extent;
  for (const Word& word : row.line.words) {
    if (!IsInk(word)) continue;
    BoxPx& side = CentreOf(word.box) < x_px ? extent.left : extent.right;
    side = Union(side, word.box);
  }
  return extent;
}

// The widest gap between words of a row.
Gutter WidestGap(const Row& row) {
  Gutter widest;
  int reached = -1;
  for (const Word& word : row.line.words) {
    if (!IsInk(word)) continue;
    if (reached >= 0 && word.box.left_px - reached > widest.width_px()) {
      widest = {reached, word.box.left_px};
    }
    reached = std::max(reached, word.box.right_px);
  }
  return widest;
}

Gutter Narrowed(Gutter gutter, const Extent& extent) {
  if (!extent.left.empty()) {
    gutter.left_px = std::max(gutter.left_px, extent.left.right_px);
  }
  if (!extent.right.empty()) {
    gutter.right_px = std::min(gutter.right_px, extent.right.left_px);
  }
  return gutter;
}

// How far below the rows before it a row may begin to belong to them.
double MaxGap(const Extent& extent, int top_px, int page_height_px) {
  const bool letterhead = top_px < page_height_px * kLetterheadShare;
  return letterhead || extent.right.empty() ? kMaxCloseGap : kMaxSignatureGap;
}

Band Grown(const std::vector<Row>& rows, std::size_t first, double height,
           int page_height_px) {
  Band band{first, first + 1, WidestGap(rows[first])};
  int bottom = rows[first].line.box.bottom_px;
  for (; band.last < rows.size(); ++band.last) {
    const Row& row = rows[band.last];
    const Extent extent = ExtentOf(row, band.gutter.centre_px());
    const Gutter gutter = Narrowed(band.gutter, extent);
    const int top = row.line.box.top_px;
    if (gutter.width_px() < kMinGutter * height) break;
    if (top - bottom > MaxGap(extent, top, page_height_px) * height) break;
    if (top < rows[band.last - 1].line.box.top_px) break;
    band.gutter = gutter;
    bottom = std::max(bottom, row.line.box.bottom_px);
  }
  return band;
}

// The right sides of the band's rows; empty where fewer than kMinRows of them
// have something on the left as well.
std::vector<BoxPx> RightSides(const std::vector<Row>& rows, const Band& band) {
  std::vector<BoxPx> boxes;
  std::size_t both = 0;
  for (std::size_t i = band.first; i < band.last; ++i) {
    const Extent extent = ExtentOf(rows[i], band.gutter.centre_px());
    if (extent.right.empty()) continue;
    boxes.push_back(extent.right);
    if (!extent.left.empty()) ++both;
  }
  if (both < kMinRows) boxes.clear();
  return boxes;
}

int MedianCentre(const std::vector<BoxPx>& boxes) {
  std::vector<int> centres;
  for (const BoxPx& box : boxes) centres.push_back(CentreOf(box));
  std::sort(centres.begin(), centres.end());
  return centres[centres.size() / 2];
}

bool RightIsCentred(const std::vector<Row>& rows, const Band& band,
                    double height) {
  const std::vector<BoxPx> boxes = RightSides(rows, band);
  if (boxes.empty()) return false;
  const int axis = MedianCentre(boxes);
  std::size_t centred = 0;
  int least = boxes.front().left_px;
  int most = least;
  for (const BoxPx& box : boxes) {
    if (std::abs(CentreOf(box) - axis) > kMaxOffCentre * height) continue;
    ++centred;
    least = std::min(least, box.left_px);
    most = std::max(most, box.left_px);
  }
  return centred >= kMinRows && most - least > kMinIndentSpread * height &&
         static_cast<double>(centred) >=
             kMinCentredShare * static_cast<double>(boxes.size());
}

BoxPx BoxOf(const std::vector<Word>& words) {
  BoxPx box;
  for (const Word& word : words) box = Union(box, word.box);
  return box;
}

// The words of `row` on one side, as a row; without words where none.
Row SideOf(const Row& row, int from_px, int to_px) {
  Row side{row.block, row.paragraph, row.in_table, {}};
  for (const Word& word : row.line.words) {
    const int centre = CentreOf(word.box);
    if (centre >= from_px && centre < to_px) side.line.words.push_back(word);
  }
  side.line.box = BoxOf(side.line.words);
  return side;
}

void AddColumns(const std::vector<Row>& rows, const Band& band,
                std::size_t block, std::vector<Row>& ordered) {
  const int axis = band.gutter.centre_px();
  constexpr int kFar = 1 << 30;
  const auto add = [&](int from_px, int to_px, std::size_t column) {
    for (std::size_t i = band.first; i < band.last; ++i) {
      ordered.push_back(SideOf(rows[i], from_px, to_px));
      ordered.back().block = column;
    }
  };
  add(-kFar, axis, block);
  add(axis, kFar, block + 1);
}

}  // namespace

PageText InReadingOrder(PageText page) {
  std::size_t block = page.blocks.size();
  const double height = std::max(1, MedianHeight(page, IsInk));
  std::vector<Row> rows = TakeLines(page);
  std::vector<Row> ordered;
  for (std::size_t i = 0; i < rows.size();) {
    const Band band = Grown(rows, i, height, page.height_px);
    if (!RightIsCentred(rows, band, height)) {
      ordered.push_back(std::move(rows[i++]));
      continue;
    }
    AddColumns(rows, band, block, ordered);
    block += 2;
    i = band.last;
  }
  page.blocks = BlocksOf(std::move(ordered));
  return page;
}

}  // namespace donthu
