// Versions of the libraries that have a part in a record.
#pragma once

#include "pipeline/process/worker.h"

namespace donthu {

// icu, poppler, qpdf and lexicon_version; the rest stays empty.
WorkerFacts LibraryVersions();

}  // namespace donthu
