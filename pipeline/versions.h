// Versions of the program, and of the libraries that have a part in a record.
#pragma once

#include <string>

#include "pipeline/process/worker.h"

namespace donthu {

// "0.1.0", as CMake has it.
std::string ProgramVersion();

// icu, poppler, qpdf and lexicon_version; the rest stays empty.
WorkerFacts LibraryVersions();

}  // namespace donthu
