// How a run ends, as an exit code.
#pragma once

#include "pipeline/batch.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/session.h"

namespace donthu {

ExitCode EndingOf(const RunSummary& summary, const Session& session);

// Tells a fault of the system that ended a run; the code for it.
ExitCode ReportRunFault(const Error& error, Streams io);

}  // namespace donthu
