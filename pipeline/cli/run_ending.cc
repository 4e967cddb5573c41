#include "pipeline/cli/run_ending.h"

#include <csignal>

namespace donthu {

ExitCode EndingOf(const RunSummary& summary, const Session& session) {
  if (summary.stopped) {
    return session.Signal() == SIGTERM ? ExitCode::kTerminated
                                       : ExitCode::kInterrupted;
  }
  if (summary.gave_up) return ExitCode::kTryAgain;
  const ArchiveSummary& archives = summary.archives;
  if (archives.failed + archives.without_scan > 0) return ExitCode::kSomeFailed;
  return summary.failed > 0 ? ExitCode::kSomeFailed : ExitCode::kOk;
}

// What is wrong with one letter never ends a run, unless we erred.
ExitCode ReportRunFault(const Error& error, Streams io) {
  const ExitCode code = Report(error, io);
  return code == ExitCode::kSomeFailed ? ExitCode::kOurBug : code;
}

}  // namespace donthu
