#include "stages/prepare/tables.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/stages/prepare/drawn_lines.h"

namespace donthu {
namespace {

constexpr double kTableDpi = 100.0;
constexpr double kMm = kTableDpi / 25.4;  // pixels

Rule Across(double y_mm, double from_mm, double to_mm) {
  return {{from_mm, to_mm}, {y_mm - 0.2, y_mm + 0.2}};
}

Rule Down(double x_mm, double from_mm, double to_mm) {
  return {{from_mm, to_mm}, {x_mm - 0.2, x_mm + 0.2}};
}

// Three rows of 10 mm and three columns: 10, 60 and 30 mm.
PrintRules Grid() {
  PrintRules rules;
  for (const double y : {100.0, 110.0, 120.0, 130.0}) {
    rules.across.push_back(Across(y, 30.0, 130.0));
  }
  for (const double x : {30.0, 40.0, 100.0, 130.0}) {
    rules.down.push_back(Down(x, 100.0, 130.0));
  }
  return rules;
}

std::vector<int> InMm(std::vector<int> edges_px) {
  for (int& edge : edges_px) edge = static_cast<int>(std::lround(edge / kMm));
  return edges_px;
}

TEST(TablesTest, CellsCountRowByRow) {
  const auto tables = FindTables(Grid(), kTableDpi);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(InMm(tables[0].row_edges_px),
            (std::vector<int>{100, 110, 120, 130}));
  EXPECT_EQ(InMm(tables[0].column_edges_px),
            (std::vector<int>{30, 40, 100, 130}));
  EXPECT_EQ(tables[0].cell_at, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST(TablesTest, PlacesWithoutARuleBetweenAreOneCell) {
  PrintRules rules = Grid();
  // Its first row spans all columns, its last column two rows.
  rules.down[1] = Down(40.0, 110.0, 130.0);
  rules.down[2] = Down(100.0, 110.0, 130.0);
  rules.across[2] = Across(120.0, 30.0, 100.0);
  const auto tables = FindTables(rules, kTableDpi);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].cell_at, (std::vector<int>{0, 0, 0, 1, 2, 3, 4, 5, 3}));
}

TEST(TablesTest, OuterRulesMayBeMissing) {
  PrintRules rules = Grid();
  rules.down.erase(rules.down.begin());
  rules.down.pop_back();
  const auto tables = FindTables(rules, kTableDpi);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(InMm(tables[0].column_edges_px),
            (std::vector<int>{30, 40, 100, 130}));
}

TEST(TablesTest, BrokenRulesPartCells) {
  PrintRules rules = Grid();
  rules.across[1] = Across(110.0, 30.0, 75.0);
  rules.across.push_back(Across(110.4, 95.0, 130.0));
  const auto tables = FindTables(rules, kTableDpi);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].cell_at.back(), 8);
}

TEST(TablesTest, AFrameIsNone) {
  PrintRules rules = Grid();
  rules.down.erase(rules.down.begin() + 1, rules.down.end() - 1);
  EXPECT_TRUE(FindTables(rules, kTableDpi).empty());
}

TEST(TablesTest, UnderlinesAreNone) {
  PrintRules rules = Grid();
  rules.down.clear();
  EXPECT_TRUE(FindTables(rules, kTableDpi).empty());
}

TEST(TablesTest, StrokesOfAPenAreNone) {
  PrintRules wide;
  for (const double y : {200.0, 207.0, 214.0}) {
    wide.across.push_back(Across(y, 100.0, y == 207.0 ? 150.0 : 112.0));
  }
  for (const double x : {100.0, 108.0, 150.0}) {
    wide.down.push_back(Down(x, 199.0, 215.0));
  }
  EXPECT_TRUE(FindTables(wide, kTableDpi).empty());
  PrintRules narrow;
  for (const double y : {200.0, 207.0, 214.0}) {
    narrow.across.push_back(Across(y, 100.0, 112.0));
  }
  for (const double x : {100.0, 106.0, 112.0}) {
    narrow.down.push_back(Down(x, 199.0, 215.0));
  }
  EXPECT_TRUE(FindTables(narrow, kTableDpi).empty());
}

TEST(TablesTest, SquaredPaperIsNone) {
  PrintRules rules;
  for (double at = 20.0; at < 190.0; at += 5.0) {
    rules.across.push_back(Across(at, 20.0, 190.0));
    rules.down.push_back(Down(at, 20.0, 190.0));
  }
  EXPECT_TRUE(FindTables(rules, kTableDpi).empty());
}

TEST(TablesTest, TwoTablesFromTheTop) {
  PrintRules rules = Grid();
  const PrintRules above = Grid();
  for (Rule rule : above.across) {
    rule.thickness.from -= 60.0;
    rule.thickness.to -= 60.0;
    rules.across.push_back(rule);
  }
  for (Rule rule : above.down) {
    rule.along.from -= 60.0;
    rule.along.to -= 60.0;
    rules.down.push_back(rule);
  }
  const auto tables = FindTables(rules, kTableDpi);
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(InMm(tables[0].row_edges_px).front(), 40);
  EXPECT_EQ(InMm(tables[1].row_edges_px).front(), 100);
}

// Edges of 0.4 mm about the page's middle, in pixels of 200 dpi.
bool OnGrid(double u, double v) {
  if (std::abs(u) > 302.0 || std::abs(v) > 152.0) return false;
  return std::fmod(u + 300.0 + 200.0, 200.0) < 3.0 ||
         std::fmod(v + 150.0 + 100.0, 100.0) < 3.0;
}

TEST(TablesTest, FoundOnAPageThatIsNotQuiteLevel) {
  for (const double skew_deg : {0.0, 0.2, -0.2}) {
    const PageImage page = DrawnInk(1400, 1800, skew_deg, OnGrid);
    const auto tables = FindTables(FindPrintRules(page, 200.0), 200.0);
    ASSERT_EQ(tables.size(), 1U) << skew_deg;
    EXPECT_EQ(tables[0].row_edges_px.size(), 4U) << skew_deg;
    EXPECT_EQ(tables[0].column_edges_px.size(), 4U) << skew_deg;
    EXPECT_NEAR(tables[0].row_edges_px[0], 750, 6) << skew_deg;
    EXPECT_NEAR(tables[0].column_edges_px[3], 1000, 6) << skew_deg;
  }
}

}  // namespace
}  // namespace donthu
