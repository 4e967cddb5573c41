#include "stages/recognize/table_sheet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "stages/recognize/recognize.h"
#include "tests/stages/recognize/text_of.h"

namespace donthu {
namespace {

constexpr int kDpi = 254;  // ten pixels a millimetre

// Two rows and two columns, 20 and 80 mm wide, between rules of 0.3 mm.
RuledTable Grid() { return {{300, 400, 500}, {200, 400, 1200}, {0, 1, 2, 3}}; }

PageImage BlankPage() {
  PageImage page;
  page.width_px = 1600;
  page.height_px = 1000;
  page.dpi_x = page.dpi_y = kDpi;
  page.pixels.assign(1600000, 255);
  return page;
}

void Fill(const BoxPx& box, std::uint8_t level, PageImage& page) {
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    std::fill_n(page.pixels.begin() +
                    static_cast<std::ptrdiff_t>(y) * page.width_px +
                    box.left_px,
                box.width_px(), level);
  }
}

PageImage PageWithRules() {
  PageImage page = BlankPage();
  for (const int y : {300, 400, 500}) Fill({199, y - 1, 1202, y + 2}, 0, page);
  for (const int x : {200, 400, 1200}) Fill({x - 1, 299, x + 2, 502}, 0, page);
  return page;
}

std::ptrdiff_t Ink(const PageImage& page) {
  return std::count(page.pixels.begin(), page.pixels.end(), 0);
}

// Where a word that lies in `strip` on the page stands on the sheet.
BoxPx OnSheet(const BoxPx& box, const TableSheet::Strip& strip) {
  const int right = strip.left_px - strip.box.left_px;
  const int down = strip.top_px - strip.box.top_px;
  return {box.left_px + right, box.top_px + down, box.right_px + right,
          box.bottom_px + down};
}

// In each cell one word, of 9, 70, 9 and 30 mm.
const std::vector<BoxPx> kWords = {{220, 330, 310, 360},
                                   {450, 330, 1150, 360},
                                   {220, 430, 310, 460},
                                   {450, 430, 750, 460}};

PageImage PageWithWords() {
  PageImage page = PageWithRules();
  for (const BoxPx& word : kWords) Fill(word, 0, page);
  return page;
}

PageText Read(const TableSheet& sheet, const std::vector<std::string>& words) {
  PageText text{sheet.image.width_px, sheet.image.height_px, {}};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const BoxPx box = OnSheet(kWords[i], sheet.strips[i]);
    const TextLine line{box, {{words[i], box, 0.9}}};
    text.blocks.push_back({box, {{box, {line}}}});
  }
  return text;
}

TEST(TableSheetTest, HoldsTheInkOfTheCellsAndNoRule) {
  const TableSheet sheet = SheetOf(Grid(), PageWithWords());
  ASSERT_EQ(sheet.strips.size(), 4U);
  EXPECT_EQ(Ink(sheet.image), (90 + 700 + 90 + 300) * 30);
  EXPECT_EQ(sheet.image.dpi_x, kDpi);
}

TEST(TableSheetTest, ANarrowCellStandsBesideTheNextOfItsRow) {
  const TableSheet sheet = SheetOf(Grid(), PageWithWords());
  ASSERT_EQ(sheet.strips.size(), 4U);
  EXPECT_EQ(sheet.strips[0].top_px, sheet.strips[1].top_px);
  EXPECT_GT(sheet.strips[1].left_px,
            sheet.strips[0].left_px + sheet.strips[0].box.width_px());
  EXPECT_LT(sheet.strips[1].left_px,
            sheet.strips[0].left_px + sheet.strips[0].box.width_px() + 20);
  EXPECT_EQ(sheet.strips[2].left_px, sheet.strips[0].left_px);
  EXPECT_GT(sheet.strips[2].top_px,
            sheet.strips[1].top_px + sheet.strips[1].box.height_px());
}

TEST(TableSheetTest, CellsWithoutInkAreLeftOut) {
  PageImage page = PageWithRules();
  EXPECT_TRUE(SheetOf(Grid(), page).strips.empty());
  Fill(kWords[3], 0, page);
  const TableSheet sheet = SheetOf(Grid(), page);
  ASSERT_EQ(sheet.strips.size(), 1U);
  EXPECT_EQ(sheet.strips[0].row, 1U);
  EXPECT_EQ(sheet.strips[0].column, 1U);
}

TEST(TableSheetTest, IsNotMadeWhereItWouldBeFourTimesThePage) {
  PageImage page = BlankPage();
  page.dpi_x = page.dpi_y = 25.4;  // a pixel a millimetre
  RuledTable table = {{}, {100, 700}, {}};
  for (int x = 750; x <= 1500; x += 50) table.column_edges_px.push_back(x);
  for (int y = 100; y <= 900; y += 40) table.row_edges_px.push_back(y);
  for (int cell = 0; cell < 17 * 20; ++cell) table.cell_at.push_back(cell);
  Fill({110, 100, 690, 900}, 0, page);
  for (int x = 700; x < 1500; x += 50) Fill({x + 2, 100, x + 49, 900}, 0, page);
  ASSERT_EQ(table.column_edges_px.size(), 18U);
  EXPECT_TRUE(SheetOf(table, page).strips.empty());
}

TEST(TableSheetTest, WordsStandOnThePageInRowsOfCells) {
  const TableSheet sheet = SheetOf(Grid(), PageWithWords());
  const Block table = TableOn(sheet, Read(sheet, {"1", "Lan", "2", "Mai"}));
  EXPECT_TRUE(table.is_table);
  ASSERT_EQ(table.paragraphs.size(), 2U);
  ASSERT_EQ(table.paragraphs[0].lines.size(), 2U);
  ASSERT_EQ(table.paragraphs[1].lines.size(), 2U);
  EXPECT_EQ(table.paragraphs[0].lines[0].words[0], (Word{"1", kWords[0], 0.9}));
  EXPECT_EQ(table.paragraphs[1].lines[1].words[0],
            (Word{"Mai", kWords[3], 0.9}));
  EXPECT_EQ(table.box, (BoxPx{220, 330, 1150, 460}));
}

TEST(TableSheetTest, ALineOverTwoCellsIsPartedBetweenThem) {
  const TableSheet sheet = SheetOf(Grid(), PageWithWords());
  PageText text = Read(sheet, {"1", "Lan", "2", "Mai"});
  TextLine& first = text.blocks[0].paragraphs[0].lines[0];
  first.words.push_back(text.blocks[1].paragraphs[0].lines[0].words[0]);
  first.box = Union(first.box, first.words[1].box);
  text.blocks.erase(text.blocks.begin() + 1);
  EXPECT_EQ(TextOf({1600, 1000, {TableOn(sheet, text)}}), "1\nLan\n2\nMai\n");
}

TEST(TableSheetTest, WordsInOneColumnAloneAreNoTable) {
  PageImage page = PageWithRules();
  Fill(kWords[1], 0, page);
  Fill(kWords[3], 0, page);
  const TableSheet sheet = SheetOf(Grid(), page);
  PageText text{sheet.image.width_px, sheet.image.height_px, {}};
  for (const TableSheet::Strip& strip : sheet.strips) {
    const BoxPx box = OnSheet(strip.box, strip);
    text.blocks.push_back({box, {{box, {{box, {{"Lan", box, 0.9}}}}}}});
  }
  EXPECT_TRUE(TableOn(sheet, text).paragraphs.empty());
}

TEST(TableSheetTest, BlankLeavesNothingOfTableAndRules) {
  PageImage page = PageWithWords();
  Fill({100, 100, 200, 130}, 0, page);
  Blank(Grid(), page);
  EXPECT_EQ(Ink(page), 100 * 30);
}

PageText Around(const std::vector<int>& tops) {
  PageText page{1600, 1000, {}};
  for (const int top : tops) {
    const BoxPx box = {100, top, 300, top + 30};
    const TextLine line{box, {{std::to_string(top), box, 0.9}}};
    page.blocks.push_back({box, {{box, {line}}}});
  }
  return page;
}

TEST(TableSheetTest, TakesItsPlaceBetweenWhatIsAboveAndBelow) {
  const BoxPx box = {200, 300, 1200, 500};
  const Block table{box, {{box, {{box, {{"T", box, 0.9}}}}}}, true};
  const auto order = [&](const std::vector<int>& tops) {
    PageText page = Around(tops);
    InsertTable(table, page);
    return TextOf(page);
  };
  EXPECT_EQ(order({100, 600}), "100\n\nT\n\n600\n");
  EXPECT_EQ(order({600}), "T\n\n600\n");
  EXPECT_EQ(order({}), "T\n");
  EXPECT_EQ(order({900, 100, 200, 600}), "900\n\n100\n\n200\n\nT\n\n600\n");
}

// Reads what it is shown as one word at each place of ink in a row.
class InkEngine : public OcrEngine {
 public:
  EngineInfo Info() const override { return {}; }
  Result<PageText> Read(const PageImage& page) override {
    shown.push_back(page);
    PageText text{page.width_px, page.height_px, {}};
    int last = -1;
    for (int y = 0; y < page.height_px; ++y) {
      const auto row =
          page.pixels.begin() + static_cast<std::ptrdiff_t>(y) * page.width_px;
      const auto ink = std::find(row, row + page.width_px, 0);
      if (ink == row + page.width_px) {
        last = -1;
      } else if (last < 0) {
        last = static_cast<int>(ink - row);
        const BoxPx box = {last, y, last + 30, y + 30};
        const TextLine line{box, {{"w" + std::to_string(++words), box, 0.9}}};
        text.blocks.push_back({box, {{box, {line}}}});
      }
    }
    return text;
  }
  Result<PageText> ReadAs(const ReadingWay&, const PageImage& page) override {
    return Read(page);
  }
  Result<Orientation> Orient(const PageImage&) override {
    return Orientation{};
  }

  std::vector<PageImage> shown;
  int words = 0;
};

TEST(TableSheetTest, RecognizeReadsTheTableAndThePageWithoutIt) {
  CleanPage page;
  page.image = PageWithRules();
  Fill(kWords[1], 0, page.image);
  Fill(kWords[2], 0, page.image);
  Fill({100, 100, 400, 130}, 0, page.image);
  Fill({100, 700, 400, 730}, 0, page.image);
  page.tables = {Grid()};
  InkEngine engine;
  const auto text = Recognize(engine).Run(page);
  ASSERT_TRUE(text);
  EXPECT_EQ(engine.shown.size(), 2U);
  EXPECT_EQ(TextOf(*text), "w3\n\nw1\nw2\n\nw4\n");
}

TEST(TableSheetTest, RecognizeReadsAFrameAsItStands) {
  CleanPage page;
  page.image = PageWithRules();
  Fill(kWords[1], 0, page.image);
  page.tables = {Grid()};
  InkEngine engine;
  ASSERT_TRUE(Recognize(engine).Run(page));
  ASSERT_EQ(engine.shown.size(), 2U);
  EXPECT_EQ(engine.shown[1], page.image);
}

}  // namespace
}  // namespace donthu
