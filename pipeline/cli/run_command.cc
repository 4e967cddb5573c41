#include <sys/sysinfo.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <iterator>

#include "pipeline/cli/command.h"
#include "pipeline/cli/letter_table.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/run_ending.h"
#include "pipeline/cli/session.h"
#include "pipeline/cli/terminal.h"
#include "pipeline/run_report.h"

namespace donthu {
namespace {

struct RunArguments {
  std::string inbox;
  std::string out;
  std::string state;
  std::string config;
  std::string today;
  std::string received;
  SplitArguments split;
  int jobs = 0;
  std::uint64_t order_seed = 0;
  bool nul_separated = false;
  bool quiet = false;
  bool table = false;
  bool retry_failed = false;
  bool explain = false;
  std::string rerun;
  double max_failure_rate = 1.0;
  std::vector<std::string> archive;
};

constexpr std::pair<const char*, Rerun> kReruns[] = {
    {"", Rerun::kNothing},
    {"failed", Rerun::kFailed},
    {"letters", Rerun::kLetters},
    {"pages", Rerun::kPages},
};

void Describe(CLI::App& app, RunArguments& a) {
  app.add_option("INBOX", a.inbox,
                 "a folder, a file, or - for a list of paths on stdin")
      ->required();
  app.add_option("--out", a.out, "where the records go")->required();
  app.add_option("--state", a.state, "folder of the store (default: --out)");
  app.add_option("--config", a.config, "configuration (default: donthu.toml)");
  app.add_option("--jobs,-j", a.jobs, "workers (default: one a core)")
      ->check(CLI::Range(1, 1024));
  app.add_option("--today", a.today, "YYYY-MM-DD (default: by the clock)");
  app.add_option("--received", a.received,
                 "day on which the letters came, YYYY-MM-DD");
  AddSplitOptions(app, a.split);
  DescribeArchive(app, a.archive);
  app.add_flag("-0", a.nul_separated, "the list is NUL-separated");
  app.add_flag("-q,--quiet", a.quiet, "failures only");
  app.add_flag("--table", a.table, "print a table of the letters");
  app.add_flag("--explain", a.explain, "say of each file why it is done");
  app.add_option("--rerun", a.rerun,
                 "do again what is done: failed letters, all letters from "
                 "their pages, or all pages")
      ->check(CLI::IsMember({"failed", "letters", "pages"}));
  app.add_flag("--retry-failed", a.retry_failed, "the same as --rerun failed")
      ->excludes("--rerun");
  app.add_option("--max-failure-rate", a.max_failure_rate,
                 "give up where more than this share of the letters fails, "
                 "0 to 1 (default: never)")
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--work-order-seed", a.order_seed,
                 "shuffle the order of work, for tests");
}

std::optional<std::string> WrongDate(const RunArguments& a) {
  for (const std::string& date : {a.today, a.received}) {
    if (!date.empty() && !IsIsoDate(date)) return date;
  }
  return std::nullopt;
}

Result<Inbox> OpenInput(const RunArguments& a, Streams io) {
  if (a.inbox != "-") return OpenInbox(a.inbox);
  const std::string list{std::istreambuf_iterator<char>(io.in), {}};
  return OpenInboxList(list, a.nul_separated ? '\0' : '\n');
}

Rerun RerunFor(const RunArguments& a) {
  if (a.retry_failed) return Rerun::kFailed;
  for (const auto& [name, rerun] : kReruns) {
    if (a.rerun == name) return rerun;
  }
  return Rerun::kNothing;
}

void Tell(const RunSummary& summary, const RunArguments& a, Streams io) {
  if (a.quiet) return;
  const Ledger& l = summary.ledger;
  io.err << summary.files << " files (" << summary.copies << " copies), "
         << summary.pages_read << " pages read in this run. In " << a.out
         << ": " << l.complete + l.needs_review + l.failed << " letters, "
         << l.complete << " complete, " << l.needs_review
         << " for a person (review.csv), " << l.failed << " failed.\n";
  const ArchiveSummary& archives = summary.archives;
  if (archives != ArchiveSummary()) {
    io.err << "archive copies: " << archives.made << " letters copied, "
           << archives.kept << " were up to date, "
           << archives.without_scan + archives.failed << " not made\n";
  }
  if (l.sources_unfinished > 0 && !summary.stopped && !summary.gave_up) {
    io.err << l.sources_unfinished
           << " files that were taken in earlier are not in the inbox any "
              "more and have no record yet\n";
  }
  if (summary.stopped) {
    io.err << "stopped; the same command goes on from here\n";
  }
}

RunOptions OptionsFor(const RunArguments& a, const Session& session) {
  RunOptions options = session.Options();
  options.jobs = a.jobs > 0 ? a.jobs : ::get_nprocs();
  options.as_of = a.today.empty() ? TodayInVietnam() : a.today;
  if (!a.received.empty()) options.received = a.received;
  options.order_seed = a.order_seed;
  options.rerun = RerunFor(a);
  options.max_failure_rate = a.max_failure_rate;
  return options;
}

// Empty: there is something to read, and not too much.
std::optional<ExitCode> RefuseInbox(const Inbox& inbox, const RunArguments& a,
                                    const Limits& limits, Streams io) {
  if (inbox.files.empty()) {
    io.err << "error: there is no file to read in " << a.inbox << "\n";
    return ExitCode::kNothingToRead;
  }
  const auto few = CheckFileCount(inbox, limits.max_files);
  if (few) return std::nullopt;
  return Report(few.error(), io);
}

void TellConditions(const RunArguments& a, const Session& session,
                    const Limits& limits, Streams io) {
  if (!a.quiet && !session.user().empty()) {
    io.err << "working as user " << session.user() << "\n";
  }
  if (limits.sandbox == SandboxMode::kOff) {
    io.err << "warning: limits.sandbox is off: workers are not kept from the "
              "rest of this machine\n";
  }
}

ExitCode Read(const Inbox& inbox, const RunArguments& a, const Session& session,
              Streams io) {
  RunOptions options = OptionsFor(a, session);
  if (auto chosen = ChooseArchive(a.archive, options.archive); !chosen) {
    return Report(chosen.error(), io);
  }
  TerminalObserver observer(io.err, ProgressFormFor(a.quiet),
                            a.explain ? Reasons::kTold : Reasons::kUntold);
  const auto started = std::chrono::system_clock::now();
  const auto summary = RunBatch(inbox, options, observer);
  observer.Close();
  if (!summary) return ReportRunFault(summary.error(), io);
  auto put = WriteRunReport(options.paths, inbox, *summary, started);
  if (put && a.table) put = PrintLetterTable(options, *summary, io.out);
  if (!put) return Report(put.error(), io);
  Tell(*summary, a, io);
  if (summary->gave_up) Report(*summary->gave_up, io);
  return EndingOf(*summary, session);
}

}  // namespace

ExitCode RunCommand(const Arguments& arguments, Streams io) {
  HoldStopSignals();
  RunArguments a;
  CLI::App app("Read scans into records", "donthu run");
  Describe(app, a);
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  if (auto wrong = WrongDate(a)) {
    io.err << "error: " << *wrong << " is no day as YYYY-MM-DD\n";
    return ExitCode::kUsage;
  }
  auto loaded = LoadConfig(a.config);
  if (!loaded) return Report(loaded.error(), io);
  Apply(a.split, loaded->config);
  const Limits& limits = loaded->config.limits;
  const auto inbox = OpenInput(a, io);
  if (!inbox) {
    Report(inbox.error(), io);
    return ExitCode::kNothingToRead;
  }
  if (auto code = RefuseInbox(*inbox, a, limits, io)) return *code;
  const auto session =
      Session::Open({a.out, a.state, *loaded, Hold::kAlone, ""});
  if (!session) return Report(session.error(), io);
  if (*session == nullptr) {
    io.err << "error: another run works in " << a.out << "\n";
    return ExitCode::kLocked;
  }
  TellConditions(a, **session, limits, io);
  return Read(*inbox, a, **session, io);
}

}  // namespace donthu
