#include <sys/sysinfo.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "pipeline/archive_batch.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/records_folder.h"
#include "pipeline/cli/run_ending.h"
#include "pipeline/cli/terminal.h"

namespace donthu {
namespace {

struct ArchiveArguments {
  FolderArguments folder;
  std::string inbox;
  std::vector<std::string> formats;
  int jobs = 0;
};

void Describe(CLI::App& app, ArchiveArguments& a) {
  app.add_option("OUT,--out", a.folder.out, "folder of the records")
      ->required();
  app.add_option("--inbox", a.inbox,
                 "where the scans lie, as it was given to `run`; needed for "
                 "PDF");
  DescribeArchive(app, a.formats);
  app.add_option("--state", a.folder.state,
                 "folder of the store (default: OUT)");
  app.add_option("--config", a.folder.config,
                 "configuration (default: donthu.toml)");
  app.add_option("--jobs,-j", a.jobs, "workers (default: one a core)")
      ->check(CLI::Range(1, 1024));
}

Result<std::vector<std::string>> AllLetters(Store& store) {
  std::vector<std::string> ids;
  auto listed = store.ForEachLetter("", [&](const LetterRow& letter) {
    ids.push_back(letter.record_id);
    return Status(Done{});
  });
  if (!listed) return Fail(listed.error());
  return ids;
}

ExitCode Make(const Inbox& inbox, RecordsFolder& folder, Streams io) {
  const auto ids = AllLetters(*folder.store);
  if (!ids) return Report(ids.error(), io);
  folder.store.reset();
  TerminalObserver observer(io.err, ProgressForm::kSilent);
  const auto made = MakeArchives(inbox, folder.options, *ids, observer);
  if (!made) return ReportRunFault(made.error(), io);
  io.err << made->made << " letters copied, " << made->kept
         << " were up to date, " << made->without_scan
         << " without their scan, " << made->failed << " failed\n";
  RunSummary summary;
  summary.stopped = made->stopped;
  summary.archives = *made;
  return EndingOf(summary, *folder.session);
}

}  // namespace

ExitCode ArchiveCommand(const Arguments& arguments, Streams io) {
  ArchiveArguments a;
  CLI::App app(
      "Make archive copies of letters that are read: PDF with searchable "
      "text, ALTO",
      "donthu archive");
  Describe(app, a);
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  Inbox inbox;
  if (!a.inbox.empty()) {
    auto opened = OpenInbox(a.inbox);
    if (!opened) {
      Report(opened.error(), io);
      return ExitCode::kNothingToRead;
    }
    inbox = std::move(*opened);
  }
  RecordsFolder folder;
  if (auto code = OpenRecords(a.folder, io, folder)) return *code;
  RunOptions& options = folder.options;
  options.jobs = a.jobs > 0 ? a.jobs : ::get_nprocs();
  if (auto chosen = ChooseArchive(a.formats, options.archive); !chosen) {
    return Report(chosen.error(), io);
  }
  if (options.archive.formats.empty()) {
    io.err << "error: name what to make with --archive, or in [archive] of "
              "donthu.toml\n";
    return ExitCode::kUsage;
  }
  return Make(inbox, folder, io);
}

}  // namespace donthu
