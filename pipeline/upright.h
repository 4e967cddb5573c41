// Which way up a page lies.
#pragma once

#include "models/clean_page.h"
#include "models/page_image.h"
#include "models/page_text.h"
#include "models/result.h"
#include "pipeline/run_stage.h"
#include "stages/recognize/recognize.h"

namespace donthu {

struct Attempt {
  CleanPage clean;
  PageText text;
  int readings = 1;  // of the page until this one was chosen
};

// One reading of a page that is prepared.
Result<Attempt> Read(CleanPage clean, OcrEngine& engine,
                     StageObserver& observer);

// The reading of the page set upright. A page that is read well as it lies is
// read once. Where the lines run is seen before the first reading; which end
// is up is told by reading it both ways, and orientation detection is asked
// where it cannot be seen how the lines run.
//
// Fails as prepare and recognize do.
Result<Attempt> ReadUpright(const PageImage& scan, OcrEngine& engine,
                            StageObserver& observer);

}  // namespace donthu
