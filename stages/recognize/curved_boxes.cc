#include "stages/recognize/curved_boxes.h"

namespace donthu {

PageText OnCurve(const Curve& curve, PageText page) {
  const BoxPx all = {0, 0, page.width_px, page.height_px};
  const auto move = [&](BoxPx& box) {
    if (!box.empty()) box = Intersection(BoxAround(curve, box), all);
  };
  for (Block& block : page.blocks) {
    move(block.box);
    for (Paragraph& paragraph : block.paragraphs) {
      move(paragraph.box);
      for (TextLine& line : paragraph.lines) {
        move(line.box);
        for (Word& word : line.words) move(word.box);
      }
    }
  }
  return page;
}

}  // namespace donthu
