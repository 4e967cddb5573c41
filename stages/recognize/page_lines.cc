#include "stages/recognize/page_lines.h"

#include <utility>

namespace donthu {

std::vector<PageLine> TakeLines(PageText& page) {
  std::vector<PageLine> lines;
  std::size_t paragraphs = 0;
  for (std::size_t block = 0; block < page.blocks.size(); ++block) {
    for (Paragraph& paragraph : page.blocks[block].paragraphs) {
      for (TextLine& line : paragraph.lines) {
        lines.push_back(
            {block, paragraphs, page.blocks[block].is_table, std::move(line)});
      }
      ++paragraphs;
    }
  }
  page.blocks.clear();
  return lines;
}

std::vector<Block> BlocksOf(std::vector<PageLine> lines) {
  std::vector<Block> blocks;
  const PageLine* before = nullptr;
  for (PageLine& line : lines) {
    if (line.line.words.empty()) continue;
    const bool new_block = before == nullptr || before->block != line.block;
    if (new_block) blocks.push_back({{}, {}, line.in_table});
    Block& block = blocks.back();
    if (new_block || before->paragraph != line.paragraph) {
      block.paragraphs.emplace_back();
    }
    Paragraph& paragraph = block.paragraphs.back();
    paragraph.box = Union(paragraph.box, line.line.box);
    block.box = Union(block.box, line.line.box);
    paragraph.lines.push_back(std::move(line.line));
    before = &line;
  }
  return blocks;
}

}  // namespace donthu
