#include "stages/recognize/recognize.h"

#include "stages/recognize/reading_order.h"
#include "stages/recognize/scraps.h"
#include "stages/recognize/seal_words.h"
#include "stages/recognize/table_rows.h"

namespace donthu {

Result<PageText> Recognize::Run(Input page) const {
  auto text = engine_.Read(page.image);
  if (!text) return Fail(text.error());
  return WithTableRows(InReadingOrder(
      WithoutSealWords(WithoutScraps(*std::move(text)), page.marks)));
}

}  // namespace donthu
