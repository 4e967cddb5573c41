// The order of the stages: the way of a letter from its pages on. A page is
// read long before its letter is whole, and once (page_way.h).
//
//   pages ─split─▶ normalize ─▶ repair ─▶ extract ─▶ classify ─▶ assess
#pragma once

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
#include "stages/normalize/normalize.h"
#include "stages/repair/repair.h"
#include "stages/split/split.h"

namespace donthu {

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
// provenance; in form it is a failed record without pages. `former`: records
// of the same pages, made by an extract() that would find the same again: of a
// letter with the same pages and text the fields are taken from there. One
// record for each letter in `pages`. Fails as split, normalize, repair,
// extract, classify, assess do.
Result<std::vector<Record>> ReadLetters(const Record& facts,
                                        const std::vector<PageResult>& pages,
                                        const std::vector<Record>& former,
                                        const LetterStages& stages,
                                        StageObserver& observer);

// 32 hex digits from the source and the pages, never from the file name.
// A letter without a readable page count has no pages.
std::string RecordId(std::string_view source_sha256,
                     const std::vector<int>& page_numbers);

}  // namespace donthu
