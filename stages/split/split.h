// split: the pages of a file to letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/page_json.h"
#include "models/result.h"

namespace donthu {

enum class SplitMode {
  kFile,       // one letter a file
  kSeparator,  // a letter after each run of separator sheets
  kAuto,       // by separators where there are any, otherwise by content
};

// Whether a blank sheet parts letters; not where paper is printed on one
// side and fed on both.
enum class BlankSheets { kKept, kPart };

struct SplitOptions {
  SplitMode mode = SplitMode::kFile;
  BlankSheets blank_sheets = BlankSheets::kKept;

  friend bool operator==(const SplitOptions&, const SplitOptions&) = default;
};

// The pages of one letter, in order.
struct PageRun {
  int first_index = 0;  // into the pages given
  int last_index = 0;   // half open
  // Probability that a letter begins with it: 1 for the first one, and behind
  // a separator. Rounded to 4 decimals.
  double begins = 1.0;
  // A boundary beside it, or one within it that was not drawn, is doubtful.
  bool doubtful = false;

  friend bool operator==(const PageRun&, const PageRun&) = default;
};

// By content: each page is weighed as the beginning of a letter, with the one
// before it and what the letter held so far (boundary.h). From 0.5 on a letter
// begins; between kDoubtFrom and kDoubtTo a person is to look.
//
// A separator or blank sheet goes with the letter that follows, at the end
// with the one before. In a file with separators a letter that seems to begin
// without one is not parted, but doubtful: the sheet may have been forgotten.
//
// Thread-safe: Run() is const and keeps nothing.
class Split {
 public:
  static constexpr std::string_view kName = "split";
  // Part of the letters' key: grows when the same pages would come out
  // otherwise.
  static constexpr int kVersion = 4;
  static constexpr double kDoubtFrom = 0.1;
  static constexpr double kDoubtTo = 0.9;

  explicit Split(SplitOptions options) : options_(options) {}

  using Input = const std::vector<PageResult>&;
  using Output = std::vector<PageRun>;

  // Every page in one run, in order; no run where there is no page.
  Result<Output> Run(Input pages) const;

 private:
  SplitOptions options_;
};

}  // namespace donthu
