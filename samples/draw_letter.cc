#include "samples/draw_letter.h"

#include <string>
#include <utility>

#include "samples/conditions/old_paper.h"
#include "samples/paper/canvas.h"
#include "samples/paper/ink.h"
#include "samples/paper/layout.h"
#include "samples/paper/signature.h"
#include "samples/rng.h"

namespace donthu::samples {
namespace {

LaidPage Inked(LaidPage page, InkKind ink, const Rng& rng) {
  if (ink == InkKind::kTyped) return Typed(std::move(page), rng);
  if (ink == InkKind::kHandwritten) return Handwritten(std::move(page), rng);
  return page;
}

void Sign(Canvas& canvas, const LaidPage& page, SignedBy signed_by,
          const Rng& rng) {
  for (std::size_t i = 0; i < page.signs.size(); ++i) {
    const Rng hand = rng.Fork("hand" + std::to_string(i));
    if (signed_by == SignedBy::kInk) {
      DrawSignature(canvas, page.signs[i], hand);
    } else if (signed_by == SignedBy::kFingerprint) {
      DrawFingerprint(canvas, page.signs[i], hand);
    }
  }
}

Result<PageImage> SheetOf(const SampleLetter& letter, const LaidLetter& laid,
                          const LaidPage& page, InkKind ink, const Rng& rng) {
  auto canvas = Canvas::Open(kSheetDpi);
  if (!canvas) return Fail(canvas.error());
  const Ink colour =
      ink == InkKind::kHandwritten ? Ink{0.12, 0.16, 0.48} : kBlack;
  for (const PlacedGlyph& glyph : page.glyphs) {
    const auto drawn = canvas->Glyph(laid.typeface, glyph, colour);
    if (!drawn) return Fail(drawn.error());
  }
  for (const RulePt& rule : page.rules) {
    canvas->MoveTo(rule.x0, rule.y0);
    canvas->LineTo(rule.x1, rule.y1);
    canvas->Stroke(0.6, colour);
  }
  Sign(*canvas, page, letter.signed_by, rng);
  return canvas->Take();
}

Scan Captured(const PageImage& sheet, CaptureKind capture, const Rng& rng) {
  switch (capture) {
    case CaptureKind::kFlatGray:
      return ScanFlat(sheet, Colour::kGray, rng);
    case CaptureKind::kFlatColour:
      return ScanFlat(sheet, Colour::kColour, rng);
    case CaptureKind::kFax:
      return ScanFax(sheet, rng);
    case CaptureKind::kCoarseFax:
      return ScanCoarseFax(sheet, rng);
    case CaptureKind::kLowResolution:
      return ScanLowResolution(sheet, rng);
    case CaptureKind::kPhoto:
      return ScanPhoto(sheet, rng);
    case CaptureKind::kTurned:
      return ScanTurned(sheet, rng);
    case CaptureKind::kBound:
      return ScanBound(sheet, rng);
    case CaptureKind::kSkewed:
      break;
  }
  return ScanSkewed(sheet, rng);
}

Status Stamp(PageImage& sheet, const LaidPage& page, const Condition& condition,
             const std::optional<Received>& received, const Rng& rng) {
  if (condition.stamp == StampKind::kSeals) {
    return PressSeals(sheet, page, rng.Fork("seals"));
  }
  if (received) {
    const Figures figures = condition.stamp == StampKind::kDenStamp
                                ? Figures::kHand
                                : Figures::kTyped;
    const DenPlace place = condition.stamp == StampKind::kTypedDenOnFreePaper
                               ? DenPlace::kFreePaper
                               : DenPlace::kOverPrint;
    return PressDenStamp(sheet, *received, figures, place, rng.Fork("den"));
  }
  return Done{};
}

}  // namespace

Scan ScanSheet(const PageImage& sheet, const Condition& condition,
               std::uint64_t seed) {
  return Captured(sheet, condition.capture, Rng(seed).Fork("sheet"));
}

Result<DrawnLetter> DrawLetter(const SampleLetter& letter,
                               const Condition& condition, std::uint64_t seed) {
  return DrawLetter(letter, StyleOf(letter), condition, seed);
}

Result<DrawnLetter> DrawLetter(const SampleLetter& letter,
                               const PageStyle& style,
                               const Condition& condition, std::uint64_t seed) {
  const Rng root = Rng(seed).Fork(letter.id).Fork(std::string(condition.name));
  const Typeface typeface = condition.ink == InkKind::kHandwritten
                                ? Typeface::kHand
                                : letter.typeface;
  auto laid = LayOut(letter, style, typeface);
  if (!laid) return Fail(laid.error());
  DrawnLetter drawn;
  if (IsDenStamp(condition.stamp)) {
    Rng clerk = root.Fork("mail room");
    drawn.received = {letter.received_hint,
                      std::to_string(clerk.Whole(100, 2999))};
  }
  std::vector<PageImage> sheets;
  for (std::size_t i = 0; i < laid->pages.size(); ++i) {
    const Rng rng = root.Fork("page" + std::to_string(i));
    LaidPage& page = laid->pages[i];
    page = Inked(std::move(page), condition.ink, rng.Fork("ink"));
    auto sheet = SheetOf(letter, *laid, page, condition.ink, rng.Fork("sign"));
    if (!sheet) return Fail(sheet.error());
    // The mail room stamps the first page only.
    const auto stamped = Stamp(*sheet, page, condition,
                               i == 0 ? drawn.received : std::nullopt, rng);
    if (!stamped) return Fail(stamped.error());
    sheets.push_back(std::move(*sheet));
  }
  const std::vector<PageImage> fresh =
      condition.paper == PaperKind::kOld ? sheets : std::vector<PageImage>();
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const Rng rng = root.Fork("scan" + std::to_string(i));
    if (condition.paper == PaperKind::kOld) {
      Age(sheets[i], fresh[(i + 1) % fresh.size()], rng.Fork("age"));
    }
    drawn.pages.push_back(
        {Captured(sheets[i], condition.capture, rng.Fork("capture")),
         sheets[i].width_px, sheets[i].height_px});
  }
  drawn.laid = std::move(*laid);
  return drawn;
}

}  // namespace donthu::samples
