#include "stages/recognize/recognize.h"

#include <utility>

#include "stages/recognize/curved_boxes.h"
#include "stages/recognize/reading_order.h"
#include "stages/recognize/scraps.h"
#include "stages/recognize/seal_words.h"
#include "stages/recognize/table_rows.h"

namespace donthu {

Result<PageText> Recognize::Run(Input page) const {
  auto text =
      engine_.ReadAs(way_, page.straight ? page.straight->image : page.image);
  if (!text) return Fail(text.error());
  PageText ordered = WithTableRows(InReadingOrder(
      WithoutSealWords(WithoutScraps(*std::move(text)), page.marks)));
  if (!page.straight) return ordered;
  return OnCurve(page.straight->curve, std::move(ordered));
}

}  // namespace donthu
