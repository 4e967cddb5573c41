// Pages with their truth: what predicted quality is fitted on and measured
// with.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "models/page_image.h"
#include "models/page_text.h"
#include "models/result.h"
#include "samples/conditions/condition.h"
#include "samples/markup.h"
#include "tests/bench/cer.h"

namespace donthu::bench {

// What the truth of a page holds.
enum class Told {
  kWhole,           // all that is printed
  kWithoutHeading,  // its heading is left out
};

struct QualityPage {
  std::string set;   // the condition, or the folder of a real scan
  std::string name;  // letter or file, page
  PageImage scan;    // as the file that was written holds it
  std::string truth;
  Told told = Told::kWhole;
};

// How far a reading, normalized as in a record, is from the truth. Where that
// has no heading, up to sixteen words before it count for nothing, as many as
// fit best. Fails as normalize does.
Result<ErrorCount> ErrorsOf(const QualityPage& page, const PageText& text);

// Letters in order of their names, in turn: no writer is in both halves.
enum class Half { kFitted, kHeld };

// Told of one page after the other; ends at the first that fails.
using TakePage = std::function<Status(const QualityPage&)>;

// All pages of one letter in one condition. Fails as DrawFile and load do.
Status DrawnLetter(const samples::SampleLetter& letter,
                   const samples::Condition& condition, std::uint64_t seed,
                   const TakePage& take);

// All pages of `count` drawings of letters of one half: each condition in turn,
// and among them ink, paper and machine mixed ("mixed"). The same folder, half
// and seed give the same pixels. Fails as DrawFile and
// load do.
Status DrawnPages(const std::filesystem::path& letters, Half half, int count,
                  std::uint64_t seed, const TakePage& take);

// The scans with truth below `data`/scans: a law, office documents, documents
// drawn by others. Fails with kFileUnreadable, or as load does.
Status ScannedPages(const std::filesystem::path& data, const TakePage& take);

}  // namespace donthu::bench
