#include "stages/recognize/reading_order.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
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
// Scraps of a seal or of a signature read as a line stand anywhere; they are
// read unsurely. Of the width of all rows, each by its confidence:
constexpr double kMinCentredShare = 0.7;
// The next row of a letterhead; number and date, in figures, stand farther off.
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

struct Side {
  BoxPx box;
  double sure_px = 0.0;  // width of its words, each by its confidence

  bool empty() const { return box.empty(); }
};

struct Extent {
  Side left;
  Side right;
};

// What a row has left and right of `x_px`; empty boxes where nothing.
Extent ExtentOf(const Row& row, int x_px) {
  Extent extent;
  for (const Word& word : row.line.words) {
    if (!IsInk(word)) continue;
    Side& side = CentreOf(word.box) < x_px ? extent.left : extent.right;
    side.box = Union(side.box, word.box);
    side.sure_px += word.box.width_px() * word.confidence;
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
    gutter.left_px = std::max(gutter.left_px, extent.left.box.right_px);
  }
  if (!extent.right.empty()) {
    gutter.right_px = std::min(gutter.right_px, extent.right.box.left_px);
  }
  return gutter;
}

bool HasFigures(const Row& row) {
  return std::any_of(
      row.line.words.begin(), row.line.words.end(), [](const Word& word) {
        return word.text.find_first_of("0123456789") != std::string::npos;
      });
}

// How far below the rows before it a row may begin to belong to them.
double MaxGap(const Row& row, int page_height_px) {
  const bool letterhead =
      row.line.box.top_px < page_height_px * kLetterheadShare &&
      HasFigures(row);
  return letterhead ? kMaxCloseGap : kMaxSignatureGap;
}

// A row far below with nothing on the right belongs to the band only where
// one with something there follows: it is a scrap of a signature.
Band Grown(const std::vector<Row>& rows, std::size_t first, double height,
           int page_height_px) {
  Band band{first, first + 1, WidestGap(rows[first])};
  Gutter gutter = band.gutter;
  int bottom = rows[first].line.box.bottom_px;
  for (std::size_t i = first + 1; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const Extent extent = ExtentOf(row, gutter.centre_px());
    gutter = Narrowed(gutter, extent);
    const double gap = (row.line.box.top_px - bottom) / height;
    if (gutter.width_px() < kMinGutter * height) break;
    if (gap > MaxGap(row, page_height_px)) break;
    if (row.line.box.top_px < rows[i - 1].line.box.top_px) break;
    if (extent.right.empty() && gap > kMaxCloseGap) continue;
    band.last = i + 1;
    band.gutter = gutter;
    bottom = std::max(bottom, row.line.box.bottom_px);
  }
  return band;
}

// What the band's rows have on either side of the gutter, by column.
struct Sides {
  std::vector<Side> left;
  std::vector<Side> right;
  std::size_t both = 0;  // rows with something on either side
};

Sides SidesOf(const std::vector<Row>& rows, const Band& band) {
  Sides sides;
  for (std::size_t i = band.first; i < band.last; ++i) {
    const Extent extent = ExtentOf(rows[i], band.gutter.centre_px());
    if (!extent.left.empty()) sides.left.push_back(extent.left);
    if (!extent.right.empty()) sides.right.push_back(extent.right);
    if (!extent.left.empty() && !extent.right.empty()) ++sides.both;
  }
  return sides;
}

int MedianCentre(const std::vector<Side>& sides) {
  std::vector<int> centres;
  for (const Side& side : sides) centres.push_back(CentreOf(side.box));
  std::sort(centres.begin(), centres.end());
  return centres[centres.size() / 2];
}

struct Centring {
  bool most = false;   // most rows have one axis
  int indents_px = 0;  // by how much the beginnings of those differ
};

Centring CentringOf(const std::vector<Side>& sides, double height) {
  const int axis = MedianCentre(sides);
  std::size_t centred = 0;
  double centred_px = 0.0;
  double all_px = 0.0;
  int least = std::numeric_limits<int>::max();
  int most = std::numeric_limits<int>::min();
  for (const Side& side : sides) {
    all_px += side.sure_px;
    if (std::abs(CentreOf(side.box) - axis) > kMaxOffCentre * height) continue;
    ++centred;
    centred_px += side.sure_px;
    least = std::min(least, side.box.left_px);
    most = std::max(most, side.box.left_px);
  }
  return {centred >= kMinRows && centred_px >= kMinCentredShare * all_px,
          most - least};
}

// The right column is centred; where its rows are equally wide, the left one
// tells.
bool AreColumns(const std::vector<Row>& rows, const Band& band, double height) {
  const Sides sides = SidesOf(rows, band);
  if (sides.both < kMinRows) return false;
  const double least = kMinIndentSpread * height;
  const Centring right = CentringOf(sides.right, height);
  if (!right.most || right.indents_px > least) return right.most;
  const Centring left = CentringOf(sides.left, height);
  return left.most && left.indents_px > least;
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
    if (!AreColumns(rows, band, height)) {
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
