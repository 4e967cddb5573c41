#include <fcntl.h>
#include <sys/sysinfo.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <set>
#include <vector>

#include "models/record_json.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/records_folder.h"
#include "pipeline/cli/run_ending.h"
#include "pipeline/cli/terminal.h"

namespace donthu {
namespace {

struct QuarantineArguments {
  FolderArguments folder;
  std::string verb;
  std::vector<std::string> ids;
};

using TakeFailed = std::function<void(const Record& record)>;

// Failed letters: those named, or all where none is. Fails with kTextInvalid
// where a named one is not among them.
Status ForEachFailed(Store& store, std::set<std::string> named,
                     const TakeFailed& take) {
  const bool all = named.empty();
  auto listed =
      store.ForEachLetter("failed", [&](const LetterRow& letter) -> Status {
        if (!all && named.erase(letter.record_id) == 0) return Done{};
        const auto stored = store.FindRecord(letter.record_id);
        if (!stored) return Fail(stored.error());
        const auto record = RecordFromJson((*stored)->json);
        if (!record) return Fail(record.error());
        take(*record);
        return Done{};
      });
  if (listed && !named.empty()) {
    return Fail(ErrorCode::kTextInvalid, *named.begin(),
                "is no failed letter of this folder");
  }
  return listed;
}

void PrintRow(const Record& record, std::ostream& out) {
  const RecordError& error = *record.error;
  out << record.record_id << "\t" << ToString(error.code) << "\t" << error.stage
      << "\t" << (error.page ? std::to_string(*error.page) : "-") << "\t"
      << Printable(record.source.file) << "\n";
}

bool IsKept(const OutputPaths& paths, const Record& record) {
  const std::string scan = paths.QuarantinedSource(record.source.sha256);
  return ::access(scan.c_str(), R_OK) == 0;
}

void PrintWhole(const OutputPaths& paths, const Record& record,
                std::ostream& out) {
  const RecordError& error = *record.error;
  out << "record_id  " << record.record_id << "\n"
      << "file       " << Printable(record.source.file) << "\n"
      << "sha256     " << record.source.sha256 << "\n"
      << "type       "
      << (record.source.media_type.empty() ? "unknown"
                                           : record.source.media_type)
      << "\n"
      << "reason     " << ToString(error.code) << "\n"
      << "stage      " << error.stage << "\n"
      << "page       "
      << (error.page ? std::to_string(*error.page) : "the whole file") << "\n"
      << "what       " << Printable(error.subject) << ": "
      << Printable(error.detail) << "\n"
      << "retry      "
      << (IsKept(paths, record)
              ? "donthu quarantine retry " + record.record_id + " --out …"
              : "donthu run INBOX --out … --rerun failed (no copy is kept)")
      << "\n";
}

// The scans that are kept here, as an inbox under their first names.
Result<Inbox> KeptScans(const QuarantineArguments& a,
                        const RecordsFolder& folder, Streams io) {
  const OutputPaths& paths = folder.options.paths;
  Inbox inbox;
  inbox.root = UniqueFd(::open((paths.folder + "/quarantine").c_str(),
                               O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  auto listed = ForEachFailed(
      *folder.store, {a.ids.begin(), a.ids.end()}, [&](const Record& record) {
        if (IsKept(paths, record)) {
          inbox.files.push_back({record.source.sha256 + ".scan",
                                 record.source.file, FileIdentity()});
        } else {
          io.err << Printable(record.source.file)
                 << ": no copy is kept; use donthu run INBOX --rerun failed\n";
        }
      });
  if (!listed) return Fail(listed.error());
  return inbox;
}

ExitCode Retry(const QuarantineArguments& a, RecordsFolder& folder,
               Streams io) {
  const auto inbox = KeptScans(a, folder, io);
  if (!inbox) return Report(inbox.error(), io);
  if (inbox->files.empty()) {
    io.err << "nothing to retry\n";
    return ExitCode::kNothingToRead;
  }
  folder.store.reset();
  RunOptions options = folder.options;
  options.jobs = ::get_nprocs();
  options.as_of = TodayInVietnam();
  options.rerun = Rerun::kFailed;
  TerminalObserver observer(io.err, ProgressForm::kSilent);
  const auto summary = RunBatch(*inbox, options, observer);
  if (!summary) return ReportRunFault(summary.error(), io);
  io.err << inbox->files.size() << " tried again, " << summary->failed
         << " failed again\n";
  return EndingOf(*summary, *folder.session);
}

ExitCode Quarantine(const QuarantineArguments& a, RecordsFolder& folder,
                    Streams io) {
  if (a.verb == "retry") return Retry(a, folder, io);
  auto listed = ForEachFailed(
      *folder.store, {a.ids.begin(), a.ids.end()}, [&](const Record& record) {
        if (a.verb == "ls") {
          PrintRow(record, io.out);
        } else {
          PrintWhole(folder.options.paths, record, io.out);
        }
      });
  return listed ? ExitCode::kOk : Report(listed.error(), io);
}

}  // namespace

ExitCode QuarantineCommand(const Arguments& arguments, Streams io) {
  QuarantineArguments a;
  CLI::App app(
      "Letters that failed: list them, show why, read them again from the "
      "scan that is kept",
      "donthu quarantine");
  app.add_option("VERB", a.verb, "ls, show or retry")
      ->required()
      ->check(CLI::IsMember({"ls", "show", "retry"}));
  app.add_option("RECORD_ID", a.ids, "all where none is named");
  DescribeFolder(app, a.folder);
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  a.folder.hold = a.verb == "retry" ? Hold::kAlone : Hold::kWithOthers;
  RecordsFolder folder;
  if (auto code = OpenRecords(a.folder, io, folder)) return *code;
  const ExitCode code = Quarantine(a, folder, io);
  // A name that is not there is a wrong argument.
  return code == ExitCode::kSomeFailed && a.verb != "retry" ? ExitCode::kUsage
                                                            : code;
}

}  // namespace donthu
