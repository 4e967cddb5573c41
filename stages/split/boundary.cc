#include "stages/split/boundary.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "stages/split/weights.h"

namespace donthu {
namespace {

constexpr double kEndsEarly = 0.75;  // of the page's height
// Shares and numbers from which a feature is 1.
constexpr double kManyFigures = 0.25;
constexpr double kManyOfficeLines = 0.3;
constexpr double kLetterLines = 20.0;
constexpr double kManyNames = 3.0;

double If(bool holds) { return holds ? 1.0 : 0.0; }

bool IsNote(const PageCues& page) {
  return page.transfer || page.status == PageStatus::kTransferNote ||
         page.status == PageStatus::kEnvelope;
}

bool IsOffice(const PageCues& page) {
  return page.office || page.status == PageStatus::kAttachment;
}

bool HasCue(const PageCues& page) {
  return page.heading || page.title || page.salutation || page.address ||
         page.opening || IsOffice(page) || page.dateline;
}

// How many names of the page the letter held before.
double KnownNames(const PageCues& page, const LetterSoFar& so_far) {
  std::vector<std::string> known;
  std::set_intersection(page.words.names.begin(), page.words.names.end(),
                        so_far.names.begin(), so_far.names.end(),
                        std::back_inserter(known));
  return Capped(static_cast<double>(known.size()), kManyNames);
}

template <std::size_t kCount>
double Logistic(const std::array<double, kCount>& weights,
                const std::array<double, kCount>& features) {
  double sum = 0.0;
  for (std::size_t i = 0; i < kCount; ++i) sum += weights[i] * features[i];
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace

void LetterSoFar::Add(const PageCues& page, bool new_paper) {
  only_notes = only_notes && IsNote(page);
  paper_pages = new_paper ? 1 : paper_pages + 1;
  std::vector<std::string> both;
  std::set_union(names.begin(), names.end(), page.words.names.begin(),
                 page.words.names.end(), std::back_inserter(both));
  names = std::move(both);
}

PaperFeatures PaperFeaturesOf(const PageCues& before, const PageCues& page,
                              const LetterSoFar& so_far) {
  const TypeDifference apart = DifferenceOf(before.type, page.type);
  const int expected =
      before.page_number > 0 ? before.page_number + 1 : so_far.paper_pages + 1;
  const bool next_item =
      page.first_item > 1 && page.first_item == before.last_item + 1;
  return {1.0,
          If(page.heading),
          If(page.title),
          If(page.salutation),
          If(page.opening),
          If(IsOffice(page)),
          If(page.words.presents),
          If(IsNote(page)),
          If(!HasCue(page)),
          If(page.page_number == 1),
          If(page.page_number > 1),
          If(page.page_number > 1 && page.page_number == expected),
          If(page.starts_small),
          If(page.starts_full),
          If(next_item),
          If(before.ends_open),
          If(before.ends_open && page.starts_small),
          If(before.signed_off),
          If(before.office_sign),
          If(before.named),
          If(!before.signed_off && !before.office_sign && !before.named),
          If(before.closing),
          If(before.readable && before.text_end < kEndsEarly),
          apart.paper,
          apart.right,
          apart.confidence,
          apart.sureness * (1.0 - apart.most),
          apart.sureness * apart.most,
          HasCue(page) ? 0.0 : apart.sureness * apart.most,
          KnownNames(page, so_far)};
}

LetterFeatures LetterFeaturesOf(const PageCues& page,
                                const LetterSoFar& so_far) {
  const bool office = IsOffice(page);
  const bool to_nobody = !page.title && !page.salutation && !page.address;
  return {1.0,
          If(page.heading),
          If(page.title),
          If(page.salutation),
          If(page.salutation && !page.to_office),
          If(page.opening),
          If(to_nobody),
          If(office),
          If(office && !page.title),
          If(office && to_nobody),
          If(office && page.salutation),
          If(page.dateline),
          If(page.words.presents),
          If(page.words.self == 0),
          Capped(page.words.figures, kManyFigures),
          Capped(page.words.office, kManyOfficeLines),
          1.0 - Capped(page.lines, kLetterLines),
          If(page.signed_off),
          If(page.office_sign),
          If(page.named),
          If(page.closing),
          If(IsNote(page)),
          If(so_far.only_notes),
          KnownNames(page, so_far)};
}

Beginning BeginningOf(const PageCues& before, const PageCues& page,
                      const LetterSoFar& so_far) {
  if (!page.readable) return {kUnreadBegins, kUnreadBegins};
  const double paper =
      Logistic(kPaperWeights, PaperFeaturesOf(before, page, so_far));
  const double letter =
      Logistic(kLetterWeights, LetterFeaturesOf(page, so_far));
  return {paper, paper * letter};
}

}  // namespace donthu
