// A page ready for recognition.
#pragma once

#include <optional>
#include <vector>

#include "models/curve.h"
#include "models/geometry.h"
#include "models/ink_mark.h"
#include "models/page_image.h"
#include "models/ruled_table.h"

namespace donthu {

// A seal, a stamp or a stroke of a pen, taken off the page, or a frame in
// black, which is still on it: a stamp's, or a table's.
struct InkLayer {
  StampMark mark;  // box in pixels of the upright page
  // What stands in the frame of a stamp, gray and level: what is coloured, and
  // all that is there. Empty where the mark is no framed stamp.
  PageImage coloured;
  PageImage all;
  // As `coloured` lies: black where print hides what is stamped, so that
  // `coloured` is a guess from what is beside it.
  PageImage hidden;
};

// The page for the engine alone where its lines are bent: places that are read
// on it lead back to the page by `curve`.
struct StraightLines {
  PageImage image;  // as large as the page
  Curve curve;
};

// How the lines of a page run as far as can be seen before it is read. Which
// end is up is not seen.
enum class LinesRun {
  kUnclear,  // too few lines, or none
  kAcross,
  kDown,  // the page wants a turn by 90 or 270 degrees
};

struct CleanPage {
  PageImage image;              // gray, upright, deskewed, square pixels
  int rotation_deg = 0;         // 0, 90, 180, 270: turned clockwise by this
  double skew_deg = 0.0;        // removed skew, clockwise positive
  Homography to_source;         // from pixels of `image` to pixels of the scan
  std::vector<InkLayer> marks;  // what was taken off from the top, then frames
  LinesRun lines_run = LinesRun::kUnclear;
  // Empty where the lines run straight, which they do on nearly every page.
  std::optional<StraightLines> straight;
  // On the image that the engine reads: `straight`, if there is one. From the
  // top.
  std::vector<RuledTable> tables;
};

}  // namespace donthu
