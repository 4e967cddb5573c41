// Archive copies of letters that are in the store, from their scans and the
// words as they were read, without the engine.
#pragma once

#include <string>
#include <vector>

#include "models/result.h"
#include "pipeline/batch.h"
#include "pipeline/inbox.h"

namespace donthu {

// Makes what options.archive asks for and is not there yet, or was made from
// other words, by another version or in another form, of the letters named. A
// letter's scan is the file in `inbox` under one of the names by which the
// store knows it, if it still has its hash; without it there is no PDF, and
// the letter counts as without_scan. Letters without text have no copies.
// What fails is told to `observer` and tried again by the next call.
// Fails only of the system's faults; whatever was made stays made.
Result<ArchiveSummary> MakeArchives(const Inbox& inbox,
                                    const RunOptions& options,
                                    const std::vector<std::string>& record_ids,
                                    RunObserver& observer);

}  // namespace donthu
