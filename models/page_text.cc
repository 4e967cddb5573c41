#include "models/page_text.h"

#include "models/text_offsets.h"

namespace donthu {

double MeanConfidence(const PageText& page) {
  double sum = 0.0;
  double weight = 0.0;
  for (const Block& block : page.blocks) {
    for (const Paragraph& paragraph : block.paragraphs) {
      for (const TextLine& line : paragraph.lines) {
        for (const Word& word : line.words) {
          const double length = CodePointCount(word.text);
          sum += word.confidence * length;
          weight += length;
        }
      }
    }
  }
  return weight > 0.0 ? sum / weight : 0.0;
}

}  // namespace donthu
