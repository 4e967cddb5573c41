#include "stages/prepare/tables.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "models/paper.h"

namespace donthu {
namespace {

constexpr double kTouchMm = 1.5;  // rules that meet may miss each other by it
constexpr double kApartMm = 2.5;  // rows and columns are wider
constexpr double kOpenMm = 8.0;   // a column without its outer rule
constexpr double kLeastRule = 0.35;       // of a place's edge, to part two
constexpr std::size_t kLeastEdges = 3;    // of two rows, of two columns
constexpr std::size_t kMostColumns = 30;  // edges
constexpr std::size_t kMostRows = 150;    // edges
constexpr double kLeastRowMm = 4.0;       // on average
constexpr double kLeastWidthMm = 40.0;
constexpr double kLeastOuter = 0.6;  // of the upper and of the lower edge

// Sets of numbers from 0, joined two by two.
class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t Of(std::size_t i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
  }
  // The set is known by its least number.
  void Join(std::size_t a, std::size_t b) {
    const auto [least, most] = std::minmax({Of(a), Of(b)});
    parent_[most] = least;
  }

 private:
  std::vector<std::size_t> parent_;
};

bool Reaches(const SpanMm& along, double place) {
  return place > along.from - kTouchMm && place < along.to + kTouchMm;
}

bool Meet(const Rule& across, const Rule& down) {
  return Reaches(across.along, down.thickness.middle()) &&
         Reaches(down.along, across.thickness.middle());
}

// Rules that hang together.
std::vector<PrintRules> Nets(const PrintRules& rules) {
  const std::size_t across = rules.across.size();
  Sets sets(across + rules.down.size());
  for (std::size_t i = 0; i < across; ++i) {
    for (std::size_t j = 0; j < rules.down.size(); ++j) {
      if (Meet(rules.across[i], rules.down[j])) sets.Join(i, across + j);
    }
  }
  std::vector<PrintRules> nets(across);
  for (std::size_t i = 0; i < across; ++i) {
    nets[sets.Of(i)].across.push_back(rules.across[i]);
  }
  for (std::size_t j = 0; j < rules.down.size(); ++j) {
    const std::size_t net = sets.Of(across + j);
    if (net < across) nets[net].down.push_back(rules.down[j]);
  }
  return nets;
}

// Where rules stand, from the least; those that stand close are one.
std::vector<double> EdgesOf(const std::vector<Rule>& rules) {
  std::vector<double> places;
  for (const Rule& rule : rules) places.push_back(rule.thickness.middle());
  std::sort(places.begin(), places.end());
  std::vector<double> edges;
  for (std::size_t i = 0; i < places.size();) {
    std::size_t next = i + 1;
    while (next < places.size() && places[next] - places[i] < kApartMm) ++next;
    edges.push_back(places[i + (next - i) / 2]);
    i = next;
  }
  return edges;
}

void AddOpenSides(const std::vector<Rule>& across, std::vector<double>& edges) {
  if (edges.empty() || across.empty()) return;
  double left = across.front().along.from;
  double right = across.front().along.to;
  for (const Rule& rule : across) {
    left = std::min(left, rule.along.from);
    right = std::max(right, rule.along.to);
  }
  if (left < edges.front() - kOpenMm) edges.insert(edges.begin(), left);
  if (right > edges.back() + kOpenMm) edges.push_back(right);
}

bool Parts(const std::vector<Rule>& rules, double place, const SpanMm& edge) {
  return CoveredShare(rules, place, kApartMm, edge) >= kLeastRule;
}

// The number of a cell for each place of the grid.
std::vector<int> CellsOf(const PrintRules& net, const std::vector<double>& rows,
                         const std::vector<double>& columns) {
  const std::size_t width = columns.size() - 1;
  const std::size_t height = rows.size() - 1;
  Sets sets(width * height);
  for (std::size_t i = 0; i < height; ++i) {
    for (std::size_t j = 0; j < width; ++j) {
      const std::size_t place = i * width + j;
      if (j + 1 < width &&
          !Parts(net.down, columns[j + 1], {rows[i], rows[i + 1]})) {
        sets.Join(place, place + 1);
      }
      if (i + 1 < height &&
          !Parts(net.across, rows[i + 1], {columns[j], columns[j + 1]})) {
        sets.Join(place, place + width);
      }
    }
  }
  std::vector<int> cells(width * height);
  int count = 0;
  for (std::size_t place = 0; place < cells.size(); ++place) {
    const std::size_t first = sets.Of(place);
    cells[place] = first == place ? count++ : cells[first];
  }
  return cells;
}

bool IsGrid(const PrintRules& net, const std::vector<double>& rows,
            const std::vector<double>& columns) {
  if (rows.size() < kLeastEdges || columns.size() < kLeastEdges) return false;
  if (rows.size() > kMostRows || columns.size() > kMostColumns) return false;
  const SpanMm width = {columns.front(), columns.back()};
  const auto height = static_cast<double>(rows.size() - 1) * kLeastRowMm;
  return width.length() >= kLeastWidthMm &&
         rows.back() - rows.front() >= height &&
         CoveredShare(net.across, rows.front(), kApartMm, width) >=
             kLeastOuter &&
         CoveredShare(net.across, rows.back(), kApartMm, width) >= kLeastOuter;
}

std::vector<int> InPixels(const std::vector<double>& edges_mm, double dpi) {
  std::vector<int> edges;
  for (const double mm : edges_mm) {
    edges.push_back(static_cast<int>(std::lround(mm * dpi / kMmPerInch)));
  }
  return edges;
}

}  // namespace

std::vector<RuledTable> FindTables(const PrintRules& rules, double dpi) {
  std::vector<RuledTable> tables;
  for (const PrintRules& net : Nets(rules)) {
    const std::vector<double> rows = EdgesOf(net.across);
    std::vector<double> columns = EdgesOf(net.down);
    AddOpenSides(net.across, columns);
    if (!IsGrid(net, rows, columns)) continue;
    tables.push_back({InPixels(rows, dpi), InPixels(columns, dpi),
                      CellsOf(net, rows, columns)});
  }
  std::stable_sort(tables.begin(), tables.end(),
                   [](const RuledTable& a, const RuledTable& b) {
                     return a.row_edges_px.front() < b.row_edges_px.front();
                   });
  return tables;
}

}  // namespace donthu
