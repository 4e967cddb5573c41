#include "stages/recognize/recognize.h"

#include "stages/recognize/reading_order.h"

namespace donthu {

Result<PageText> Recognize::Run(Input page) const {
  auto text = engine_.Read(page.image);
  if (!text) return Fail(text.error());
  return InReadingOrder(*std::move(text));
}

}  // namespace donthu
