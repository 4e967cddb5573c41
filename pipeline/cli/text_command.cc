#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "models/record_json.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/session.h"
#include "pipeline/cli/terminal.h"
#include "pipeline/store/store.h"

namespace donthu {
namespace {

// A folder that is gone when the command ends, letters and all.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string path =
        (std::filesystem::temp_directory_path() / "donthu-XXXXXX").string();
    if (::mkdtemp(path.data()) != nullptr) path_ = path;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Status PrintTexts(const RunOptions& options, Streams io) {
  auto store = Store::Open(StorePath(options.state_folder));
  if (!store) return Fail(store.error());
  return (*store)->ForEachRecord([&io](const std::string& json) -> Status {
    const auto record = RecordFromJson(json);
    if (!record) return Fail(record.error());
    if (record->text) io.out << *record->text << "\n";
    return Done{};
  });
}

ExitCode PrintFile(const Inbox& inbox, const Session& session, Streams io) {
  RunOptions options = session.Options();
  options.jobs = 1;
  options.as_of = TodayInVietnam();
  TerminalObserver observer(io.err, ProgressForm::kSilent);
  const auto summary = RunBatch(inbox, options, observer);
  if (!summary) return Report(summary.error(), io);
  if (auto printed = PrintTexts(options, io); !printed) {
    return Report(printed.error(), io);
  }
  if (summary->stopped) return ExitCode::kInterrupted;
  return summary->failed > 0 ? ExitCode::kSomeFailed : ExitCode::kOk;
}

}  // namespace

ExitCode TextCommand(const Arguments& arguments, Streams io) {
  std::string file;
  std::string config;
  CLI::App app("Recognized and normalized text on stdout", "donthu text");
  app.add_option("FILE", file, "a scan")->required();
  app.add_option("--config", config, "configuration (default: donthu.toml)");
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  auto loaded = LoadConfig(config);
  if (!loaded) return Report(loaded.error(), io);
  const auto inbox = OpenInbox(file);
  if (!inbox) {
    Report(inbox.error(), io);
    return ExitCode::kNothingToRead;
  }
  const TemporaryFolder folder;
  const auto session =
      Session::Open({folder.path(), "", *loaded, Hold::kAlone, ""});
  if (!session) return Report(session.error(), io);
  return PrintFile(*inbox, **session, io);
}

}  // namespace donthu
