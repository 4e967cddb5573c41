// Drawn pages that lie wrong, with how wrong they lie.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/page_image.h"
#include "models/result.h"
#include "samples/markup.h"

namespace donthu::bench {

struct WrongPage {
  PageImage scan;
  std::string name;     // letter, page, condition, what is left of the page
  double skew_deg = 0;  // clockwise positive
  int turned_deg = 0;   // clockwise: 0, 90, 180, 270
  std::string text;     // the truth, a line a printed line
};

// How pages are spread: page `index` of a bench with `seed` is always the
// same. Letters come in turn, conditions and angles by chance.
//
// Askew by up to 15 degrees either way: whole pages (two of four), three to
// six lines of one (one of four), its upper third (one of four); flat, faxed,
// on old paper, at 150 dpi. Corners leave the frame as under a feeder. Pages of
// fewer than three lines are left out.
Result<WrongPage> SkewedPage(const std::vector<samples::SampleLetter>& letters,
                             int index, std::uint64_t seed);

// Whole pages, a quarter of them turned each way: clean, faxed, with seals,
// on old paper, at 150 dpi.
Result<WrongPage> TurnedPage(const std::vector<samples::SampleLetter>& letters,
                             int index, std::uint64_t seed);

// Whole pages in one condition (samples/conditions).
Result<WrongPage> PageIn(const std::string& condition,
                         const std::vector<samples::SampleLetter>& letters,
                         int index, std::uint64_t seed);

}  // namespace donthu::bench
