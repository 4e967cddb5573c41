#include "pipeline/cli/records_folder.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <utility>

namespace donthu {
namespace {

// A person decides while a short run goes on.
constexpr int kWaitForOthersSeconds = 10;

}  // namespace

void DescribeFolder(CLI::App& app, FolderArguments& a) {
  app.add_option("--out", a.out, "folder of the records")->required();
  app.add_option("--state", a.state, "folder of the store (default: --out)");
  app.add_option("--config", a.config, "configuration (default: donthu.toml)");
}

std::optional<ExitCode> OpenRecords(const FolderArguments& a, Streams io,
                                    RecordsFolder& folder) {
  auto loaded = LoadConfig(a.config);
  if (!loaded) return Report(loaded.error(), io);
  std::error_code error;
  const std::string state = a.state.empty() ? a.out : a.state;
  if (!std::filesystem::exists(StorePath(state), error)) {
    io.err << "error: there are no records in " << a.out << "\n";
    return ExitCode::kUsage;
  }
  auto session =
      Session::Open({a.out, a.state, *loaded, Hold::kWithOthers, a.other});
  if (!session) return Report(session.error(), io);
  if (a.hold == Hold::kAlone) {
    const auto locked = (*session)->Lock(kWaitForOthersSeconds);
    if (!locked) return Report(locked.error(), io);
    if (!*locked) {
      io.err << "error: another run works in " << a.out << "\n";
      return ExitCode::kLocked;
    }
  }
  folder.session = std::move(*session);
  folder.options = folder.session->Options();
  auto store = Store::Open(StorePath(folder.options.state_folder));
  if (!store) return Report(store.error(), io);
  folder.store = std::move(*store);
  return std::nullopt;
}

}  // namespace donthu
