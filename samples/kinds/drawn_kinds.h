// Scans of pages of every kind: what telling kinds is fitted on and measured
// with.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/page_image.h"
#include "models/result.h"
#include "samples/markup.h"
#include "samples/rng.h"

namespace donthu::samples {

enum class PageKind {
  kPrinted,   // a page of a letter in any printed or typed condition
  kFewLines,  // one to four lines of one
  kByPen,     // written with a pen, stroke by stroke
  kByFace,    // in the upright italic of the condition `handwriting`
  kForm,      // printed, filled in with a pen
  kBlank,
};
inline constexpr std::array<std::string_view, 6> kPageKinds = {
    "printed", "few_lines", "pen", "face", "form", "blank"};

struct DrawnKind {
  PageImage scan;
  std::string detail;  // condition, or what is on a blank page
};

// One page of one of `letters`, both by chance. The same letters, kind and
// chance give the same pixels. Fails as DrawLetter does.
Result<DrawnKind> DrawKind(const std::vector<SampleLetter>& letters,
                           PageKind kind, Rng rng);

}  // namespace donthu::samples
