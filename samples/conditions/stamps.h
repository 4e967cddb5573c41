// What offices press onto letters.
#pragma once

#include <string>

#include "models/page_image.h"
#include "models/result.h"
#include "samples/paper/laid_letter.h"
#include "samples/rng.h"

namespace donthu::samples {

// What the mail room wrote into its stamp.
struct Received {
  std::string date;    // ISO
  std::string number;  // digits

  friend bool operator==(const Received&, const Received&) = default;
};

// Round red seals, 36 mm: over the signature, over the text that a commune
// confirms, and half of one across the right edge.
//
// All fail as Canvas::Text does.
Status PressSeals(PageImage& sheet, const LaidPage& page, Rng rng);

// How number and date came into the stamp.
enum class Figures { kHand, kTyped };

// Where the mail room pressed it.
enum class DenPlace {
  kOverPrint,  // over the letterhead or the text, wherever the hand came down
  kFreePaper   // where least of it meets print: free_place.h
};

// CÔNG VĂN ĐẾN, or ĐẾN alone, with number, date and to whom it goes. Typed
// figures stand in the stamp's own ink or that of a numbering machine.
Status PressDenStamp(PageImage& sheet, const Received& received,
                     Figures figures, DenPlace place, Rng rng);

}  // namespace donthu::samples
