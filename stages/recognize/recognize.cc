#include "stages/recognize/recognize.h"

#include <optional>
#include <utility>
#include <vector>

#include "stages/recognize/curved_boxes.h"
#include "stages/recognize/reading_order.h"
#include "stages/recognize/scraps.h"
#include "stages/recognize/seal_words.h"
#include "stages/recognize/table_rows.h"
#include "stages/recognize/table_sheet.h"

namespace donthu {
namespace {

// Nothing where what was taken for a table is none.
Result<std::optional<Block>> ReadTable(const RuledTable& table,
                                       const PageImage& image,
                                       const ReadingWay& way,
                                       OcrEngine& engine) {
  const TableSheet sheet = SheetOf(table, image);
  if (sheet.strips.empty()) return std::optional<Block>();
  auto text = engine.ReadAs(way, sheet.image);
  if (!text) return Fail(text.error());
  Block block = TableOn(sheet, WithoutScraps(*std::move(text)));
  if (block.paragraphs.empty()) return std::optional<Block>();
  return std::optional<Block>(std::move(block));
}

}  // namespace

Result<PageText> Recognize::Run(Input page) const {
  const PageImage& image = page.straight ? page.straight->image : page.image;
  std::optional<PageImage> blanked;
  std::vector<Block> tables;
  for (const RuledTable& table : page.tables) {
    auto block = ReadTable(table, image, way_, engine_);
    if (!block) return Fail(block.error());
    if (!*block) continue;
    tables.push_back(std::move(**block));
    if (!blanked) blanked = image;
    Blank(table, *blanked);
  }
  auto text = engine_.ReadAs(way_, blanked ? *blanked : image);
  if (!text) return Fail(text.error());
  PageText ordered = WithTableRows(InReadingOrder(
      WithoutSealWords(WithoutScraps(*std::move(text)), page.marks)));
  for (Block& table : tables) InsertTable(std::move(table), ordered);
  if (!page.straight) return ordered;
  return OnCurve(page.straight->curve, std::move(ordered));
}

}  // namespace donthu
