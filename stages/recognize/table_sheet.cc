#include "stages/recognize/table_sheet.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "models/paper.h"
#include "stages/recognize/page_lines.h"
#include "stages/recognize/reduce.h"

namespace donthu {
namespace {

constexpr double kMarginMm = 8.0;  // around the sheet
constexpr double kBelowMm = 2.0;
constexpr double kBesideMm = 0.5;
constexpr double kNarrowMm = 40.0;     // the next cell stands beside
constexpr double kPaddingMm = 0.5;     // around ink
constexpr int kMostHeightPx = 30000;   // the engine takes 32,767
constexpr std::size_t kMostPages = 4;  // a sheet's size
constexpr double kRuleMm = 1.0;        // a rule may lie this far off its edge
constexpr double kLeastRule = 0.6;     // of the cell's side that a rule covers
constexpr std::uint8_t kInk = 160;     // darker is ink

std::size_t IndexOf(const PageImage& image, int x, int y) {
  return static_cast<std::size_t>(y) *
             static_cast<std::size_t>(image.width_px) +
         static_cast<std::size_t>(x);
}

class Pixels {
 public:
  explicit Pixels(const PageImage& image)
      : image_(image), px_per_mm_(ReadingDpi(image) / kMmPerInch) {}

  int Px(double mm) const {
    return static_cast<int>(std::lround(mm * px_per_mm_));
  }
  // What of the box lies between the rules at its edges.
  BoxPx WithinRules(const BoxPx& box) const {
    BoxPx inner = box;
    const int reach = Px(kRuleMm);
    for (int i = -reach; i <= reach; ++i) {
      if (IsRuleDown(box.left_px + i, box)) inner.left_px = box.left_px + i + 2;
      if (IsRuleDown(box.right_px - i, box)) {
        inner.right_px = box.right_px - i - 1;
      }
      if (IsRuleAcross(box.top_px + i, box)) inner.top_px = box.top_px + i + 2;
      if (IsRuleAcross(box.bottom_px - i, box)) {
        inner.bottom_px = box.bottom_px - i - 1;
      }
    }
    return Intersection(inner, {0, 0, image_.width_px, image_.height_px});
  }
  // Around the ink in `box`; empty without ink.
  BoxPx InkOf(const BoxPx& box) const {
    BoxPx ink;
    for (int y = box.top_px; y < box.bottom_px; ++y) {
      for (int x = box.left_px; x < box.right_px; ++x) {
        if (IsInk(x, y)) ink = Union(ink, {x, y, x + 1, y + 1});
      }
    }
    return ink;
  }

 private:
  bool IsInk(int x, int y) const {
    if (x < 0 || y < 0 || x >= image_.width_px || y >= image_.height_px) {
      return false;
    }
    return image_.pixels[IndexOf(image_, x, y)] < kInk;
  }
  // A rule that leans a little is in one of three columns beside one another.
  bool IsRuleDown(int x, const BoxPx& box) const {
    int ink = 0;
    for (int y = box.top_px; y < box.bottom_px; ++y) {
      ink += IsInk(x - 1, y) || IsInk(x, y) || IsInk(x + 1, y) ? 1 : 0;
    }
    return ink >= kLeastRule * box.height_px();
  }
  bool IsRuleAcross(int y, const BoxPx& box) const {
    int ink = 0;
    for (int x = box.left_px; x < box.right_px; ++x) {
      ink += IsInk(x, y - 1) || IsInk(x, y) || IsInk(x, y + 1) ? 1 : 0;
    }
    return ink >= kLeastRule * box.width_px();
  }

  const PageImage& image_;
  double px_per_mm_;
};

// The cells' boxes, edge to edge, and where they begin.
std::vector<TableSheet::Strip> CellsOf(const RuledTable& table) {
  std::vector<TableSheet::Strip> cells;
  const std::size_t columns = table.column_edges_px.size() - 1;
  for (std::size_t place = 0; place < table.cell_at.size(); ++place) {
    const std::size_t row = place / columns;
    const std::size_t column = place % columns;
    const auto cell = static_cast<std::size_t>(table.cell_at[place]);
    if (cell == cells.size()) cells.push_back({{}, 0, 0, row, column});
    BoxPx& box = cells[cell].box;
    box = Union(
        box, {table.column_edges_px[column], table.row_edges_px[row],
              table.column_edges_px[column + 1], table.row_edges_px[row + 1]});
  }
  return cells;
}

BoxPx Widened(const BoxPx& box, int by_px) {
  return {box.left_px - by_px, box.top_px - by_px, box.right_px + by_px,
          box.bottom_px + by_px};
}

// Puts strips onto a sheet from the top; of one row of the table, those stand
// beside one another as on the page, of which all but the last are narrow.
class SheetLayout {
 public:
  explicit SheetLayout(const PageImage& page)
      : page_(page), pixels_(page), left_(pixels_.Px(kMarginMm)), top_(left_) {}

  void Add(TableSheet::Strip cell) {
    const BoxPx inner = pixels_.WithinRules(cell.box);
    const BoxPx ink = pixels_.InkOf(inner);
    if (ink.empty()) return;
    if (!beside_.empty() && beside_.back().row != cell.row) NextLine();
    cell.box = Intersection(inner, Widened(ink, pixels_.Px(kPaddingMm)));
    cell.left_px = left_;
    left_ += cell.box.width_px() + pixels_.Px(kBesideMm);
    width_ = std::max(width_, left_);
    beside_.push_back(cell);
    if (ink.width_px() >= pixels_.Px(kNarrowMm)) NextLine();
  }

  TableSheet Take() && {
    NextLine();
    if (sheet_.strips.empty()) return std::move(sheet_);
    PageImage& image = sheet_.image;
    const int margin = pixels_.Px(kMarginMm);
    image.width_px = width_ + margin;
    image.height_px = top_ + margin;
    image.dpi_x = page_.dpi_x;
    image.dpi_y = page_.dpi_y;
    if (!Fits(image)) return {};
    image.pixels.assign(IndexOf(image, 0, image.height_px), 255);
    for (const TableSheet::Strip& strip : sheet_.strips) Copy(strip);
    return std::move(sheet_);
  }

 private:
  void NextLine() {
    if (beside_.empty()) return;
    int above = beside_.front().box.top_px;
    for (const auto& strip : beside_) above = std::min(above, strip.box.top_px);
    int bottom = top_;
    for (TableSheet::Strip& strip : beside_) {
      strip.top_px = top_ + strip.box.top_px - above;
      bottom = std::max(bottom, strip.top_px + strip.box.height_px());
      sheet_.strips.push_back(strip);
    }
    beside_.clear();
    top_ = bottom + pixels_.Px(kBelowMm);
    left_ = pixels_.Px(kMarginMm);
  }

  bool Fits(const PageImage& image) const {
    return image.height_px <= kMostHeightPx &&
           IndexOf(image, 0, image.height_px) <=
               kMostPages * IndexOf(page_, 0, page_.height_px);
  }

  void Copy(const TableSheet::Strip& strip) {
    const BoxPx& box = strip.box;
    for (int y = 0; y < box.height_px(); ++y) {
      std::copy_n(
          page_.pixels.data() + IndexOf(page_, box.left_px, box.top_px + y),
          box.width_px(),
          sheet_.image.pixels.data() +
              IndexOf(sheet_.image, strip.left_px, strip.top_px + y));
    }
  }

  const PageImage& page_;
  Pixels pixels_;
  TableSheet sheet_;
  std::vector<TableSheet::Strip> beside_;
  int left_;
  int top_;
  int width_ = 0;
};

int Middle(int from, int to) { return from + (to - from) / 2; }

BoxPx OnSheet(const TableSheet::Strip& strip) {
  return {strip.left_px, strip.top_px, strip.left_px + strip.box.width_px(),
          strip.top_px + strip.box.height_px()};
}

// The strip that shares most with a word; none where it lies off all.
std::optional<std::size_t> StripOf(const TableSheet& sheet, const BoxPx& word) {
  std::optional<std::size_t> best;
  int most = 0;
  for (std::size_t i = 0; i < sheet.strips.size(); ++i) {
    const BoxPx shared = Intersection(OnSheet(sheet.strips[i]), word);
    const int area =
        shared.empty() ? 0 : shared.width_px() * shared.height_px();
    if (area <= most) continue;
    most = area;
    best = i;
  }
  return best;
}

BoxPx OnPage(const BoxPx& box, const TableSheet::Strip& strip) {
  const int right = strip.box.left_px - strip.left_px;
  const int down = strip.box.top_px - strip.top_px;
  return Intersection(strip.box, {box.left_px + right, box.top_px + down,
                                  box.right_px + right, box.bottom_px + down});
}

bool LiesAbove(const BoxPx& box, const BoxPx& table) {
  return Middle(box.top_px, box.bottom_px) <
         Middle(table.top_px, table.bottom_px);
}

}  // namespace

TableSheet SheetOf(const RuledTable& table, const PageImage& image) {
  SheetLayout layout(image);
  for (const TableSheet::Strip& cell : CellsOf(table)) layout.Add(cell);
  return std::move(layout).Take();
}

Block TableOn(const TableSheet& sheet, PageText text) {
  std::vector<std::vector<TextLine>> lines(sheet.strips.size());
  EachLine(text, [&](TextLine& line) {
    std::optional<std::size_t> last;
    for (Word& word : line.words) {
      const auto strip = StripOf(sheet, word.box);
      if (!strip) continue;
      if (strip != last) lines[*strip].emplace_back();
      last = strip;
      TextLine& part = lines[*strip].back();
      word.box = OnPage(word.box, sheet.strips[*strip]);
      part.box = Union(part.box, word.box);
      part.words.push_back(std::move(word));
    }
  });
  std::set<std::size_t> rows;
  std::set<std::size_t> columns;
  std::vector<PageLine> ordered;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TableSheet::Strip& strip = sheet.strips[i];
    for (TextLine& line : lines[i]) {
      rows.insert(strip.row);
      columns.insert(strip.column);
      ordered.push_back({0, strip.row, true, std::move(line)});
    }
  }
  if (rows.size() < 2 || columns.size() < 2) return {};
  return BlocksOf(std::move(ordered)).front();
}

void Blank(const RuledTable& table, PageImage& image) {
  const int reach =
      static_cast<int>(kRuleMm * ReadingDpi(image) / kMmPerInch) + 1;
  const BoxPx whole = {table.column_edges_px.front(),
                       table.row_edges_px.front(), table.column_edges_px.back(),
                       table.row_edges_px.back()};
  const BoxPx box = Intersection({0, 0, image.width_px, image.height_px},
                                 Widened(whole, reach));
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    const auto row =
        image.pixels.begin() + static_cast<std::ptrdiff_t>(y) * image.width_px;
    std::fill(row + box.left_px, row + box.right_px, 255);
  }
}

void InsertTable(Block table, PageText& page) {
  std::vector<PageLine> lines = TakeLines(page);
  std::ptrdiff_t wrong =
      std::count_if(lines.begin(), lines.end(), [&](const PageLine& line) {
        return LiesAbove(line.line.box, table.box);
      });
  std::ptrdiff_t least = wrong;
  std::size_t best = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    wrong += LiesAbove(lines[i].line.box, table.box) ? -1 : 1;
    if (wrong >= least) continue;
    least = wrong;
    best = i + 1;
  }
  const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(best);
  std::vector<PageLine> below(std::make_move_iterator(middle),
                              std::make_move_iterator(lines.end()));
  lines.erase(middle, lines.end());
  page.blocks = BlocksOf(std::move(lines));
  page.blocks.push_back(std::move(table));
  for (Block& rest : BlocksOf(std::move(below))) {
    page.blocks.push_back(std::move(rest));
  }
}

}  // namespace donthu
