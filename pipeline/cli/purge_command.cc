#include <CLI/CLI.hpp>
#include <iostream>
#include <vector>

#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/records_folder.h"
#include "pipeline/purge.h"

namespace donthu {

ExitCode PurgeCommand(const Arguments& arguments, Streams io) {
  FolderArguments a;
  std::vector<std::string> ids;
  std::string before;
  bool dry_run = false;
  CLI::App app(
      "Take letters off the disk for good; ledger and audit keep id and hash",
      "donthu purge");
  auto* named = app.add_option("RECORD_ID", ids, "as in records.jsonl");
  app.add_option("--before", before,
                 "every letter that came before this day, YYYY-MM-DD")
      ->excludes(named);
  app.add_flag("--dry-run", dry_run, "print the ids, purge nothing");
  DescribeFolder(app, a);
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  if (ids.empty() && !IsIsoDate(before)) {
    io.err << "error: name a RECORD_ID or --before YYYY-MM-DD\n";
    return ExitCode::kUsage;
  }
  RecordsFolder folder;
  if (auto code = OpenRecords(a, io, folder)) return *code;
  if (!before.empty()) {
    auto listed = folder.store->LettersBefore(before);
    if (!listed) return Report(listed.error(), io);
    ids = std::move(*listed);
  }
  if (!dry_run) {
    auto purged = PurgeLetters(folder.options.paths, *folder.store, ids);
    if (!purged) {
      const ExitCode code = Report(purged.error(), io);
      return code == ExitCode::kSomeFailed ? ExitCode::kUsage : code;
    }
  }
  for (const std::string& id : ids) io.out << id << "\n";
  io.err << ids.size() << " letters "
         << (dry_run ? "would be purged\n"
                     : "purged; backups and the inbox are not touched\n");
  return ExitCode::kOk;
}

}  // namespace donthu
