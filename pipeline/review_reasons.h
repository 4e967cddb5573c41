// Why a person must look at a letter.
#pragma once

#include <string>
#include <vector>

#include "models/record.h"
#include "pipeline/config.h"
#include "stages/split/split.h"

namespace donthu {

// Lets the office's own threshold, where it set one, decide instead of the
// model's: thresholds.decide.
void ApplyThreshold(const Thresholds& thresholds, Classification& c);

// Codes of the contract's `review_reasons`, in its order; empty where the
// machine decided all that it must. Reads pages, text, fields,
// classification and assessment of `record`; `run`: how it was parted from
// the other letters of its file.
std::vector<std::string> ReviewReasons(const Record& record, const PageRun& run,
                                       const Thresholds& thresholds);

}  // namespace donthu
