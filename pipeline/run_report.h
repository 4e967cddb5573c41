// run.json: what a run did, for operators; the one place for clock readings.
#pragma once

#include <chrono>

#include "models/result.h"
#include "pipeline/batch.h"
#include "pipeline/inbox.h"
#include "pipeline/output.h"

namespace donthu {

// Fails with kOutputUnwritable.
Status WriteRunReport(const OutputPaths& paths, const Inbox& inbox,
                      const RunSummary& summary,
                      std::chrono::system_clock::time_point started);

}  // namespace donthu
