#include <sys/sysinfo.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/run_ending.h"
#include "pipeline/cli/session.h"
#include "pipeline/cli/terminal.h"

namespace donthu {
namespace {

struct ReclassifyArguments {
  std::string out;
  std::string state;
  std::string config;
  int jobs = 0;
  bool quiet = false;
  bool explain = false;
};

void Describe(CLI::App& app, ReclassifyArguments& a) {
  app.add_option("OUT,--out", a.out, "folder of the records")->required();
  app.add_option("--state", a.state, "folder of the store (default: OUT)");
  app.add_option("--config", a.config, "configuration (default: donthu.toml)");
  app.add_option("--jobs,-j", a.jobs, "workers (default: one a core)")
      ->check(CLI::Range(1, 1024));
  app.add_flag("-q,--quiet", a.quiet, "failures only");
  app.add_flag("--explain", a.explain, "say of each file what is done");
}

void Tell(const RunSummary& summary, Streams io) {
  io.err << summary.record_ids.size() << " letters in force";
  if (summary.unread > 0) {
    io.err << "; " << summary.unread
           << " files stay as they are until `donthu run` reads their pages "
              "with this program";
  }
  io.err << "\n";
}

ExitCode Remake(const ReclassifyArguments& a, const Session& session,
                Streams io) {
  RunOptions options = session.Options();
  options.jobs = a.jobs > 0 ? a.jobs : ::get_nprocs();
  TerminalObserver observer(io.err, ProgressFormFor(a.quiet),
                            a.explain ? Reasons::kTold : Reasons::kUntold);
  const auto summary = RemakeLetters(options, observer);
  observer.Close();
  if (!summary) return ReportRunFault(summary.error(), io);
  if (!a.quiet) Tell(*summary, io);
  return EndingOf(*summary, session);
}

}  // namespace

ExitCode ReclassifyCommand(const Arguments& arguments, Streams io) {
  HoldStopSignals();
  ReclassifyArguments a;
  CLI::App app(
      "Make every letter again from the pages as they were read: after a new "
      "class model, new tables or another configuration",
      "donthu reclassify");
  Describe(app, a);
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  const std::string state = a.state.empty() ? a.out : a.state;
  if (!std::filesystem::exists(StorePath(state))) {
    io.err << "error: there is no store in " << state << "\n";
    return ExitCode::kNothingToRead;
  }
  const auto loaded = LoadConfig(a.config);
  if (!loaded) return Report(loaded.error(), io);
  const auto session =
      Session::Open({a.out, a.state, *loaded, Hold::kAlone, ""});
  if (!session) return Report(session.error(), io);
  if (*session == nullptr) {
    io.err << "error: another run works in " << a.out << "\n";
    return ExitCode::kLocked;
  }
  return Remake(a, **session, io);
}

}  // namespace donthu
