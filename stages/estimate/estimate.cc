#include "stages/estimate/estimate.h"

#include <cmath>
#include <cstddef>

#include "stages/estimate/fitted.h"
#include "stages/estimate/page_measures.h"

namespace donthu {
namespace {

bool Fits(const PageImage& image) {
  return image.format == PixelFormat::kGray8 && image.width_px > 0 &&
         image.height_px > 0 &&
         image.pixels.size() == static_cast<std::size_t>(image.width_px) *
                                    static_cast<std::size_t>(image.height_px);
}

double Rounded(double rate) { return std::round(rate * 1e4) / 1e4; }

}  // namespace

Result<Estimate::Output> Estimate::Run(Input input) const {
  if (!Fits(input.page.image)) {
    return Fail(ErrorCode::kImageUnreadable, "page image",
                "The size of the page and the number of its pixels disagree.");
  }
  if (input.text.blocks.empty()) return 1.0;
  return Rounded(kErrorModel(MeasurePage(input.page, input.text)));
}

}  // namespace donthu
