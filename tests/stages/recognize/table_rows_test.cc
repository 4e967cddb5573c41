#include "stages/recognize/table_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace donthu {
namespace {

TextLine LineAt(const std::string& text, int left_px, int row) {
  const int top = 100 * row;
  const BoxPx box = {left_px, top, left_px + 200, top + 40};
  return {box, {{text, box, 0.9}}};
}

Block Column(const std::vector<TextLine>& lines) {
  Block block;
  for (const TextLine& line : lines) {
    block.box = Union(block.box, line.box);
    block.paragraphs.push_back({line.box, {line}});
  }
  return block;
}

std::string Order(const PageText& page) {
  std::string order;
  for (const Block& block : page.blocks) {
    if (!order.empty()) order += " | ";
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        for (const Word& word : line.words) order += word.text;
        order += ".";
      }
    }
  }
  return order;
}

std::string Ordered(const Block& left, const Block& right) {
  return Order(WithTableRows({2000, 2000, {left, right}}));
}

TEST(TableRowsTest, ColumnsThatBeginAtOneEdgeAreReadByRows) {
  EXPECT_EQ(Ordered(Column({LineAt("a", 100, 1), LineAt("b", 100, 2),
                            LineAt("c", 105, 3), LineAt("d", 100, 4)}),
                    Column({LineAt("1", 500, 1), LineAt("2", 520, 2),
                            LineAt("3", 500, 3), LineAt("4", 500, 4)})),
            "a1.b2.c3.d4.");
}

TEST(TableRowsTest, OneRowMayLackItsRightCell) {
  EXPECT_EQ(Ordered(Column({LineAt("a", 100, 1), LineAt("b", 100, 2),
                            LineAt("c", 100, 3), LineAt("d", 100, 4),
                            LineAt("e", 100, 5)}),
                    Column({LineAt("1", 500, 1), LineAt("2", 500, 2),
                            LineAt("4", 500, 4), LineAt("5", 500, 5)})),
            "a1.b2.c.d4.e5.");
}

TEST(TableRowsTest, CentredColumnsStayColumns) {
  EXPECT_EQ(Ordered(Column({LineAt("a", 100, 1), LineAt("b", 160, 2),
                            LineAt("c", 40, 3), LineAt("d", 220, 4)}),
                    Column({LineAt("1", 500, 1), LineAt("2", 500, 2),
                            LineAt("3", 500, 3), LineAt("4", 500, 4)})),
            "a.b.c.d. | 1.2.3.4.");
}

TEST(TableRowsTest, ThreeRowsAreNoTable) {
  EXPECT_EQ(Ordered(Column({LineAt("a", 100, 1), LineAt("b", 100, 2),
                            LineAt("c", 100, 3)}),
                    Column({LineAt("1", 500, 1), LineAt("2", 500, 2),
                            LineAt("3", 500, 3)})),
            "a.b.c. | 1.2.3.");
}

TEST(TableRowsTest, ABlockBelowIsNoColumn) {
  EXPECT_EQ(Ordered(Column({LineAt("a", 100, 1), LineAt("b", 100, 2),
                            LineAt("c", 100, 3), LineAt("d", 100, 4)}),
                    Column({LineAt("1", 500, 5), LineAt("2", 500, 6),
                            LineAt("3", 500, 7), LineAt("4", 500, 8)})),
            "a.b.c.d. | 1.2.3.4.");
}

}  // namespace
}  // namespace donthu
