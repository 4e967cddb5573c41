// The order of the stages: the way of a letter, in three functions, because a
// scan that was read before is not read again, and a page is read long before
// its letter is whole.
//
//   file ─load─▶ PageImage                                       LoadPage
//   PageImage ─prepare─▶ recognize ─▶ examine ─▶ PageResult      ReadPage
//   pages ─split─▶ normalize ─▶ repair ─▶ extract ─▶ classify ─▶ assess
//                                                              ReadLetters
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/page_json.h"
#include "models/record.h"
#include "models/result.h"
#include "pipeline/config.h"
#include "pipeline/run_stage.h"
#include "stages/assess/assess.h"
#include "stages/classify/classify.h"
#include "stages/extract/extract.h"
#include "stages/load/load.h"
#include "stages/normalize/normalize.h"
#include "stages/recognize/recognize.h"
#include "stages/repair/repair.h"
#include "stages/split/split.h"

namespace donthu {

struct PageReading {
  PageResult result;
  PageImage image;  // the upright page
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

// What a letter needs beside its pages; all of it loaded once.
struct LetterStages {
  Repair repair;
  Extract extract;
  Classify classify;
  Assess assess;
  Thresholds thresholds;
  SplitOptions split;
};

// `facts` holds what is known before the text is read: source, received,
// provenance; in form it is a failed record without pages. One record for each
// letter in `pages`. Fails as split, normalize, repair, extract, classify,
// assess do.
Result<std::vector<Record>> ReadLetters(const Record& facts,
                                        const std::vector<PageResult>& pages,
                                        const LetterStages& stages,
                                        StageObserver& observer);

// 32 hex digits from the source and the pages, never from the file name.
// A letter without a readable page count has no pages.
std::string RecordId(std::string_view source_sha256,
                     const std::vector<int>& page_numbers);

}  // namespace donthu
