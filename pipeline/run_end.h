// What ends a run once its letters are in the store.
#pragma once

#include "models/result.h"
#include "pipeline/batch.h"
#include "pipeline/output.h"
#include "pipeline/publisher.h"
#include "pipeline/store/store.h"
#include "pipeline/take_in.h"

namespace donthu {

// Says in `summary` which letters the run's files have and where every page of
// the store is; brings the lists up to date; store and output folder are on the
// disk then.
Status EndRun(const OutputPaths& paths, const TakenIn& taken, Store& store,
              Publisher& publisher, RunSummary& summary);

}  // namespace donthu
