#include <sys/sysinfo.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <iostream>

#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/run_ending.h"
#include "pipeline/cli/session.h"
#include "pipeline/cli/terminal.h"
#include "pipeline/resting_files.h"
#include "pipeline/run_report.h"

namespace donthu {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// The disk may be full, the store locked: looked at again after this.
constexpr int kTroubleWaitMs = 30'000;
constexpr int kLockWaitSeconds = 3600;
// Looking through a large folder takes at most this share of the time.
constexpr int kRestPerLook = 20;

struct WatchArguments {
  std::string inbox;
  std::string out;
  std::string state;
  std::string config;
  std::string received;
  SplitArguments split;
  int jobs = 0;
  double settle_s = 3.0;
  double every_s = 2.0;
  std::vector<std::string> archive;
};

void Describe(CLI::App& app, WatchArguments& a) {
  app.add_option("INBOX", a.inbox, "the folder that scans come into")
      ->required();
  app.add_option("--out", a.out, "where the records go")->required();
  app.add_option("--state", a.state, "folder of the store (default: --out)");
  app.add_option("--config", a.config, "configuration (default: donthu.toml)");
  app.add_option("--received", a.received,
                 "day on which the letters came, YYYY-MM-DD, or `today`: the "
                 "day on which they are scanned");
  DescribeArchive(app, a.archive);
  app.add_option("--jobs,-j", a.jobs, "workers (default: one a core)")
      ->check(CLI::Range(1, 1024));
  AddSplitOptions(app, a.split);
  app.add_option("--settle", a.settle_s,
                 "seconds that a file must rest before it is read")
      ->check(CLI::Range(0.0, 86400.0));
  app.add_option("--every", a.every_s, "seconds between two looks")
      ->check(CLI::Range(0.1, 86400.0));
}

class Watch {
 public:
  Watch(const WatchArguments& a, Session& session, Streams io)
      : a_(a),
        session_(session),
        io_(io),
        resting_(milliseconds(static_cast<int>(a.settle_s * 1000))) {}

  ExitCode Run() {
    io_.err << "watching " << a_.inbox << "\n" << std::flush;
    for (;;) {
      const auto ended = Look();
      if (ended) return *ended;
      const auto pause =
          std::max<std::int64_t>(static_cast<std::int64_t>(a_.every_s * 1000),
                                 looked_.count() * kRestPerLook);
      if (Pause(static_cast<int>(std::min<std::int64_t>(pause, 60'000)))) {
        return Stopped();
      }
    }
  }

 private:
  bool Pause(int ms) const { return session_.WaitForSignal(ms); }

  ExitCode Stopped() const {
    RunSummary stopped;
    stopped.stopped = true;
    return EndingOf(stopped, session_);
  }

  // Empty: go on watching.
  std::optional<ExitCode> Look() {
    const auto started = steady_clock::now();
    auto inbox = OpenInbox(a_.inbox);
    looked_ = duration_cast<milliseconds>(steady_clock::now() - started);
    if (!inbox) {
      Report(inbox.error(), io_);
      return Pause(kTroubleWaitMs) ? std::optional(Stopped()) : std::nullopt;
    }
    resting_.Keep(*inbox, steady_clock::now());
    if (inbox->files.empty()) return std::nullopt;
    const auto locked = session_.Lock(kLockWaitSeconds);
    if (!locked) return Report(locked.error(), io_);
    if (!*locked) {
      resting_.TakeBack(*inbox);
      return session_.WaitForSignal(0) ? std::optional(Stopped())
                                       : std::nullopt;
    }
    auto ended = Read(*inbox);
    session_.Unlock();
    return ended;
  }

  std::optional<ExitCode> Read(const Inbox& inbox) {
    RunOptions options = session_.Options();
    options.jobs = a_.jobs > 0 ? a_.jobs : ::get_nprocs();
    options.as_of = TodayInVietnam();
    if (a_.received == "today")
      options.received = options.as_of;
    else if (!a_.received.empty())
      options.received = a_.received;
    if (auto chosen = ChooseArchive(a_.archive, options.archive); !chosen) {
      return Report(chosen.error(), io_);
    }
    // A service's standard error is a log.
    TerminalObserver observer(
        io_.err, ProgressForm::kSilent, Reasons::kUntold,
        ::isatty(STDERR_FILENO) ? Naming::kByName : Naming::kByHash);
    const auto started = std::chrono::system_clock::now();
    const auto summary = RunBatch(inbox, options, observer);
    if (!summary) return AfterFault(inbox, summary.error());
    if (auto put = WriteRunReport(options.paths, inbox, *summary, started);
        !put) {
      return AfterFault(inbox, put.error());
    }
    io_.err << summary->files << " files, " << summary->pages_read
            << " pages read, " << summary->failed << " failed\n"
            << std::flush;
    if (summary->stopped) return EndingOf(*summary, session_);
    return std::nullopt;
  }

  // A temporary fault is waited out; no letter is to blame.
  std::optional<ExitCode> AfterFault(const Inbox& inbox, const Error& error) {
    const ExitCode code = ReportRunFault(error, io_);
    if (code != ExitCode::kTryAgain) return code;
    resting_.TakeBack(inbox);
    session_.Unlock();
    return Pause(kTroubleWaitMs) ? std::optional(Stopped()) : std::nullopt;
  }

  const WatchArguments& a_;
  Session& session_;
  Streams io_;
  RestingFiles resting_;
  milliseconds looked_{0};  // through the folder, the last time
};

}  // namespace

ExitCode WatchCommand(const Arguments& arguments, Streams io) {
  HoldStopSignals();
  WatchArguments a;
  CLI::App app("Read what a scanner puts into a folder, as it comes",
               "donthu watch");
  Describe(app, a);
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  if (!a.received.empty() && a.received != "today" && !IsIsoDate(a.received)) {
    io.err << "error: " << a.received << " is no day as YYYY-MM-DD\n";
    return ExitCode::kUsage;
  }
  auto loaded = LoadConfig(a.config);
  if (!loaded) return Report(loaded.error(), io);
  Apply(a.split, loaded->config);
  const auto session =
      Session::Open({a.out, a.state, *loaded, Hold::kWithOthers, ""});
  if (!session) return Report(session.error(), io);
  return Watch(a, **session, io).Run();
}

}  // namespace donthu
