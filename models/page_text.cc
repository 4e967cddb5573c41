#include "models/page_text.h"

#include "models/text_offsets.h"

namespace donthu {

double MeanConfidence(const PageText& page) {
  double sum = 0.0;
  double weight = 0.0;
  EachWord(page, [&](const Word& word) {
    const double length = CodePointCount(word.text);
    sum += word.confidence * length;
    weight += length;
  });
  return weight > 0.0 ? sum / weight : 0.0;
}

void DropEmptyParts(PageText& page) {
  for (Block& block : page.blocks) {
    for (Paragraph& paragraph : block.paragraphs) {
      std::erase_if(paragraph.lines,
                    [](const TextLine& l) { return l.words.empty(); });
    }
    std::erase_if(block.paragraphs,
                  [](const Paragraph& p) { return p.lines.empty(); });
  }
  std::erase_if(page.blocks,
                [](const Block& b) { return b.paragraphs.empty(); });
}

}  // namespace donthu
