#include "stages/find_codes/find_codes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>

#include "stages/find_codes/code_places.h"
#include "stages/find_codes/code_reader.h"
#include "stages/find_codes/reduced_page.h"

namespace donthu {
namespace {

constexpr int kVersion = 1;
// Pixels of a place that are decoded at first, and at most where that finds
// nothing: a picture of a card, a page that is one picture.
constexpr double kFewPixels = 0.8e6;
constexpr double kMostPixels = 4e6;

bool IsConsistent(const PageImage& page) {
  return page.format == PixelFormat::kGray8 && page.width_px > 0 &&
         page.height_px > 0 &&
         page.pixels.size() == static_cast<std::size_t>(page.width_px) *
                                   static_cast<std::size_t>(page.height_px);
}

int FactorFor(const BoxPx& place, double pixels) {
  const double area = double{1.0} * place.width_px() * place.height_px();
  return std::clamp(static_cast<int>(std::ceil(std::sqrt(area / pixels))), 1,
                    std::min(place.width_px(), place.height_px()));
}

BoxPx OnPage(const BoxPx& box, int factor, const BoxPx& place) {
  return {place.left_px + box.left_px * factor,
          place.top_px + box.top_px * factor,
          place.left_px + box.right_px * factor,
          place.top_px + box.bottom_px * factor};
}

std::vector<BarcodeMark> CodesAt(const PageImage& page, const BoxPx& place) {
  const int coarse = FactorFor(place, kFewPixels);
  const int fine = FactorFor(place, kMostPixels);
  for (int factor = coarse;; factor = fine) {
    auto codes = ReadCodes(Cut(page, place, factor));
    for (BarcodeMark& code : codes) {
      code.box = OnPage(code.box, factor, place);
    }
    if (!codes.empty() || factor == fine) return codes;
  }
}

auto Order(const BarcodeMark& code) {
  return std::tie(code.box.top_px, code.box.left_px, code.format, code.text);
}

}  // namespace

std::string FindCodes::Version() {
  return std::to_string(kVersion) + ", zxing " + CodeReaderVersion();
}

Result<FindCodes::Output> FindCodes::Run(Input page) const {
  if (!IsConsistent(page)) {
    return Fail(ErrorCode::kImageUnreadable, "page image",
                "The size of the page and the number of its pixels disagree.");
  }
  Output found;
  for (const BoxPx& place : CodePlaces(page)) {
    for (BarcodeMark& code : CodesAt(page, place)) {
      found.push_back(std::move(code));
    }
  }
  std::sort(found.begin(), found.end(),
            [](const BarcodeMark& a, const BarcodeMark& b) {
              return Order(a) < Order(b);
            });
  return found;
}

}  // namespace donthu
