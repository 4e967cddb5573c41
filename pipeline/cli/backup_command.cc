#include <CLI/CLI.hpp>
#include <iostream>

#include "pipeline/backup.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/records_folder.h"

namespace donthu {

ExitCode BackupCommand(const Arguments& arguments, Streams io) {
  FolderArguments a;
  a.hold = Hold::kWithOthers;
  CLI::App app("Copy all that cannot be made anew; also while a run goes on",
               "donthu backup");
  app.add_option("TO", a.other, "folder of the backup")->required();
  DescribeFolder(app, a);
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  RecordsFolder folder;
  if (auto code = OpenRecords(a, io, folder)) return *code;
  folder.store.reset();
  const auto counts = Backup(folder.options.paths, folder.options.state_folder,
                             folder.session->OtherFolder());
  if (!counts) return Report(counts.error(), io);
  io.err << counts->letters << " letters, " << counts->files_copied
         << " files copied, " << counts->folders_removed
         << " purged letters removed. To restore: copy the folder back, then "
            "`donthu verify`\n";
  return ExitCode::kOk;
}

}  // namespace donthu
