// prepare: the scan's pixels to an upright gray page fit for recognition.
#pragma once

#include <string_view>

#include "models/clean_page.h"
#include "models/page_image.h"
#include "models/result.h"

namespace donthu {

// How much a page is worth: kThorough looks for seals in gray scans too
// (gray_seal.h; black_seal.h where they are as black as print), which takes as
// long as the rest of it and is asked for where a reading is poor. Scans of
// one bit are always looked through for seals.
enum class Effort { kPlain, kThorough };

// Whether kThorough can give another page than kPlain.
bool GainsByEffort(const PageImage& page);

// Turns, makes the pixels square, removes skew and brings the resolution to
// what the engine reads best. A page that needs none of it is copied once.
// What a turn by the skew reveals is white; nothing of the scan is cut off.
// Where lines are bent, a second image has them straight, for the engine
// (curves.h). Seals, stamps and strokes of a pen that differ from the print by
// colour are taken off and kept beside it (ink.h); frames in black stay where
// they are and are kept beside it, too (black_frames.h). Tables between rules
// are told (tables.h).
//
// The homography maps places, not indexes: pixel (0, 0) covers 0 to 1, so
// that the edges of a half-open box map to edges.
//
// Thread-safe: Run() is const and keeps nothing.
class Prepare {
 public:
  static constexpr std::string_view kName = "prepare";
  // Part of the cache key: grows when the same scan would come out otherwise.
  static constexpr int kVersion = 10;
  struct Input {
    const PageImage& page;
    int rotation_deg = 0;  // 0, 90, 180, 270: turn the scan clockwise by this
    Effort effort = Effort::kPlain;
  };
  using Output = CleanPage;

  // Fails with kImageUnreadable where sizes and bytes of the page disagree,
  // with kInternal on any other rotation.
  Result<Output> Run(Input input) const;
};

}  // namespace donthu
