// What results depend on: the names under which they are kept and stated.
#pragma once

#include <string>

#include "models/record.h"
#include "pipeline/config.h"
#include "pipeline/process/worker.h"
#include "pipeline/store/store.h"

namespace donthu {

// as_of is the batch's and stays empty.
Provenance ProvenanceOf(const WorkerFacts& facts, const Config& config);

// What the reading of a page depends on beside its pixels: engine, models,
// libraries, settings. 32 hex digits.
std::string PageKey(const WorkerFacts& facts);

// What the letters of a source depend on beside its pages: those, the
// models after recognition, the configuration, the batch, the names.
std::string LetterKey(const std::string& page_key, const Provenance& provenance,
                      const StoredSource& source);

}  // namespace donthu
