#include "stages/split/boundary.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "stages/split/weights.h"

namespace donthu {
namespace {

constexpr double kEndsEarly = 0.75;  // of the page's height
// Differences from which pages are as unlike as can be.
constexpr double kOtherLineHeight = 0.4;   // of their logarithms
constexpr double kOtherLetterWidth = 0.2;  // of their logarithms
constexpr double kOtherLeft = 0.06;        // of the page's width
constexpr double kOtherConfidence = 0.2;
// Skew makes the upright image of the same paper a little wider.
constexpr double kOtherAspect = 0.1;  // of the logarithms
constexpr double kOtherDpi = 0.05;

double If(bool holds) { return holds ? 1.0 : 0.0; }

double LogRatio(double a, double b) {
  return a > 0.0 && b > 0.0 ? std::abs(std::log(a / b)) : 0.0;
}

double Capped(double value, double most) {
  return std::min(value, most) / most;
}

bool IsNote(const PageCues& page) {
  return page.transfer || page.status == PageStatus::kTransferNote ||
         page.status == PageStatus::kEnvelope;
}

bool IsOffice(const PageCues& page) {
  return page.office || page.status == PageStatus::kAttachment;
}

bool IsOtherPaper(const PageCues& a, const PageCues& b) {
  return LogRatio(a.aspect, b.aspect) > kOtherAspect ||
         LogRatio(a.dpi, b.dpi) > kOtherDpi;
}

}  // namespace

void LetterSoFar::Add(const PageCues& page) {
  ++pages;
  signed_off = signed_off || page.signed_off;
  only_notes = only_notes && IsNote(page);
}

BoundaryFeatures FeaturesOf(const PageCues& before, const PageCues& page,
                            const LetterSoFar& so_far) {
  const bool office = IsOffice(page);
  const bool cue =
      page.heading || page.title || page.salutation || page.opening;
  const int expected =
      before.page_number > 0 ? before.page_number + 1 : so_far.pages + 1;
  return {
      1.0,
      If(page.heading),
      If(page.title),
      If(page.salutation && (!office || page.to_office)),
      If(page.opening && !office),
      If(office),
      If(office && page.heading),
      If(office && page.to_office),
      If(IsNote(page)),
      If(page.title && page.salutation && !office),
      If(!cue),
      If(page.page_number == 1),
      If(page.page_number > 1),
      If(page.page_number > 1 && page.page_number == expected),
      If(page.starts_small),
      If(before.ends_open),
      If(before.ends_open && page.starts_small),
      If(before.signed_off),
      If(so_far.signed_off),
      If(before.closing),
      If(before.readable && before.text_end < kEndsEarly),
      If(IsOffice(before)),
      If(so_far.only_notes),
      If(IsOtherPaper(before, page)),
      Capped(LogRatio(before.line_height, page.line_height), kOtherLineHeight),
      Capped(LogRatio(before.letter_width, page.letter_width),
             kOtherLetterWidth),
      Capped(std::abs(before.left - page.left), kOtherLeft),
      Capped(std::abs(before.confidence - page.confidence), kOtherConfidence)};
}

double BeginProbability(const PageCues& before, const PageCues& page,
                        const LetterSoFar& so_far) {
  if (!page.readable) return kUnreadBegins;
  const BoundaryFeatures features = FeaturesOf(before, page, so_far);
  double sum = 0.0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    sum += kBoundaryWeights[i] * features[i];
  }
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace donthu
