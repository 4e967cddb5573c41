#include "stages/examine/examine.h"

#include <cmath>
#include <cstddef>
#include <optional>

#include "stages/examine/page_kinds.h"
#include "stages/examine/plain_text.h"
#include "stages/examine/scores.h"
#include "stages/examine/sure_words.h"

namespace donthu {
namespace {

constexpr double kBlankFrom = 0.5;
constexpr double kHandFrom = 0.5;
constexpr int kSureWordsOfNoBlank = 3;
// A worn typewriter may look like a hand, but not so much like one, and no hand
// is read so surely.
constexpr double kSurelyHandFrom = 0.9;
constexpr double kSureShareOfType = 0.7;

bool IsByHand(double score, const PageText& text) {
  return score >= kSurelyHandFrom ||
         (score >= kHandFrom && SureShare(text) < kSureShareOfType);
}

double Rounded(double score) { return std::round(score * 1e4) / 1e4; }

bool Fits(const PageImage& image) {
  return image.format == PixelFormat::kGray8 && image.width_px > 0 &&
         image.height_px > 0 &&
         image.pixels.size() == static_cast<std::size_t>(image.width_px) *
                                    static_cast<std::size_t>(image.height_px);
}

PageStatus StatusOf(const Examination& scores, const PageText& text) {
  if (scores.blank_score >= kBlankFrom &&
      CountSureWords(text) < kSureWordsOfNoBlank) {
    return PageStatus::kBlank;
  }
  const auto shape =
      text.width_px > text.height_px ? PageShape::kWide : PageShape::kUpright;
  const auto kind = KindBySelf(PlainLines(text), shape);
  if (kind) return *kind;
  if (IsByHand(scores.handwriting_score, text)) {
    return PageStatus::kHandwritten;
  }
  return text.blocks.empty() ? PageStatus::kUnreadable : PageStatus::kOk;
}

}  // namespace

Result<Examine::Output> Examine::Run(Input input) const {
  const PageImage& image = input.page.image;
  if (!Fits(image)) {
    return Fail(ErrorCode::kImageUnreadable, "page image",
                "The size of the page and the number of its pixels disagree.");
  }
  const PageMeasures measures = MeasuresOf(image);
  Examination found;
  found.blank_score = Rounded(BlankScore(measures));
  found.handwriting_score = Rounded(HandScore(measures));
  found.status = StatusOf(found, input.text);
  if (found.status == PageStatus::kBlank) {
    found.text = {input.text.width_px, input.text.height_px, {}};
  } else if (found.status == PageStatus::kHandwritten) {
    found.text = SureWords(input.text);
  } else {
    found.text = input.text;
  }
  return found;
}

}  // namespace donthu
