// The letters of a run as a short table.
#pragma once

#include <ostream>

#include "models/result.h"
#include "pipeline/batch.h"

namespace donthu {

// File, pages, class, confidence, status, first deadline; one line a letter
// of this run.
Status PrintLetterTable(const RunOptions& options, const RunSummary& summary,
                        std::ostream& out);

}  // namespace donthu
