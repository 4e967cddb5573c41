// examine: what a page is.
#pragma once

#include <string_view>

#include "models/clean_page.h"
#include "models/page_text.h"
#include "models/record.h"
#include "models/result.h"

namespace donthu {

struct Examination {
  // kOk, kBlank, kHandwritten, kTransferNote, kEnvelope, kAttachment (an
  // identity card or certificate), or kUnreadable where there is ink that
  // the engine made nothing of.
  PageStatus status = PageStatus::kOk;
  double blank_score = 0.0;        // 0 to 1, four decimals
  double handwriting_score = 0.0;  // 0 to 1, four decimals; 0 without a line
  // What may stand in the letter's text: nothing of a blank page, the sure
  // words of a handwritten one, else all.
  PageText text;

  friend bool operator==(const Examination&, const Examination&) = default;
};

// Scores come from measures of the ink through logistic models, weights in
// fitted.h; the kinds from the words. A page with three sure words or more is
// not blank, whatever its ink. A printed form filled in by hand is
// handwritten.
//
// Thread-safe: Run() is const and keeps nothing.
class Examine {
 public:
  static constexpr std::string_view kName = "examine";
  // Part of the cache key: grows when the same page would come out otherwise.
  static constexpr int kVersion = 3;
  struct Input {
    const CleanPage& page;
    const PageText& text;
  };
  using Output = Examination;

  // Fails with kImageUnreadable where sizes and bytes of the page disagree or
  // it is not gray.
  Result<Output> Run(Input input) const;
};

}  // namespace donthu
