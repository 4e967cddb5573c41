// The way of one page: from an open file to what was read on it.
//
//   file ─load─▶ PageImage                                       LoadPage
//   PageImage ─prepare─▶ recognize ─▶ estimate, once or more;
//     then adopt ─▶ receive ─▶ examine ─▶ find_codes ─▶ PageResult ReadPage
#pragma once

#include <string>

#include "models/page_image.h"
#include "models/page_json.h"
#include "models/result.h"
#include "pipeline/run_stage.h"
#include "stages/load/load.h"
#include "stages/recognize/recognize.h"

namespace donthu {

struct PageReading {
  PageResult result;
  PageImage image;   // the upright page
  int readings = 1;  // that it took (page_attempt.h)
};

// Fails as load does.
Result<PageImage> LoadPage(const Load& load, const Document& document,
                           int number, StageObserver& observer);

// All that the reading of a scan depends on beside its number: pixels, size,
// resolution. 64 hex digits.
std::string ContentSha256(const PageImage& scan);

// Fails as prepare, recognize and examine do.
Result<PageReading> ReadPage(const PageImage& scan, int number,
                             OcrEngine& engine, StageObserver& observer);

}  // namespace donthu
