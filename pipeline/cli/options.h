// Command lines read by CLI11, errors in our words.
#pragma once

#include <optional>
#include <string>

#include "pipeline/cli/command.h"
#include "pipeline/config.h"

namespace CLI {
class App;
}

namespace donthu {

// Empty: go on. Otherwise help was printed, or what is wrong, and the code
// is the answer.
std::optional<ExitCode> ParseArguments(CLI::App& app,
                                       const Arguments& arguments, Streams io);

// The file named by --config, else donthu.toml of the working folder, else
// the defaults. `toml` is the text read, empty for the defaults. Fails with
// kConfigInvalid.
struct LoadedConfig {
  Config config;
  std::string toml;
};
Result<LoadedConfig> LoadConfig(const std::string& path);

// Adds --archive.
void DescribeArchive(CLI::App& app, std::vector<std::string>& formats);
// What --archive names, in place of `choice`, which the configuration made.
// Fails with kConfigInvalid.
Status ChooseArchive(const std::vector<std::string>& formats,
                     ArchiveChoice& choice);

// How a command parts a file into letters; what is not given stays as the
// configuration has it.
struct SplitArguments {
  std::string mode;  // "file", "separator", "auto"; empty: not given
  bool blank_sheets = false;
};
void AddSplitOptions(CLI::App& app, SplitArguments& split);
void Apply(const SplitArguments& split, Config& config);

// Today by the clock of the machine, in Vietnam (UTC+7, no summer time).
std::string TodayInVietnam();

// A day of the calendar as YYYY-MM-DD.
bool IsIsoDate(const std::string& text);

}  // namespace donthu
