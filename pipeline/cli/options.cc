#include "pipeline/cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "pipeline/files.h"

namespace donthu {
namespace {

constexpr const char* kDefaultConfig = "donthu.toml";
constexpr std::int64_t kMaxConfigBytes = 1 << 20;
constexpr std::chrono::hours kVietnam(7);

}  // namespace

std::optional<ExitCode> ParseArguments(CLI::App& app,
                                       const Arguments& arguments, Streams io) {
  try {
    Arguments reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    io.out << app.help();
    return ExitCode::kOk;
  } catch (const CLI::ParseError& error) {
    io.err << "error: " << error.what() << "\n" << app.help();
    return ExitCode::kUsage;
  }
}

void AddSplitOptions(CLI::App& app, SplitArguments& split) {
  app.add_option("--split", split.mode,
                 "what a letter is: a file, what stands between separator "
                 "sheets, or auto: separators, else by content (default: the "
                 "configuration's, one a file)")
      ->check(CLI::IsMember({"file", "separator", "auto"}));
  app.add_flag("--blank-sheets", split.blank_sheets,
               "blank sheets part letters, too");
}

void Apply(const SplitArguments& split, Config& config) {
  SplitModeFrom(split.mode, config.split.mode);
  if (split.blank_sheets) config.split.blank_sheets = BlankSheets::kPart;
}

Result<LoadedConfig> LoadConfig(const std::string& path) {
  std::error_code error;
  if (path.empty() && !std::filesystem::exists(kDefaultConfig, error)) {
    return LoadedConfig{};
  }
  const std::string file = path.empty() ? kDefaultConfig : path;
  auto toml = ReadFile(file, kMaxConfigBytes);
  if (!toml) {
    return Fail(ErrorCode::kConfigInvalid, file, toml.error().detail);
  }
  auto config = ConfigFromToml(*toml);
  if (!config) {
    return Fail(ErrorCode::kConfigInvalid, file + ": " + config.error().subject,
                config.error().detail);
  }
  return LoadedConfig{std::move(*config), std::move(*toml)};
}

void DescribeArchive(CLI::App& app, std::vector<std::string>& formats) {
  app.add_option("--archive", formats,
                 "copies of each letter: pdf, pdfa-2b, alto, with commas "
                 "between them (default: [archive] of the configuration)")
      ->delimiter(',');
}

Status ChooseArchive(const std::vector<std::string>& formats,
                     ArchiveChoice& choice) {
  if (formats.empty()) return Done{};
  choice.formats.clear();
  for (const std::string& format : formats) {
    if (auto added = AddFormat(format, choice); !added) return added;
  }
  return Done{};
}

std::string TodayInVietnam() {
  using std::chrono::floor;
  const auto now = std::chrono::system_clock::now() + kVietnam;
  const std::chrono::year_month_day day(floor<std::chrono::days>(now));
  char text[16] = {};
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(day.year()),
                unsigned(day.month()), unsigned(day.day()));
  return text;
}

bool IsIsoDate(const std::string& text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == 'd' ? !digit : text[i] != '-') return false;
  }
  const int year = std::stoi(text.substr(0, 4));
  const auto month = static_cast<unsigned>(std::stoi(text.substr(5, 2)));
  const auto day = static_cast<unsigned>(std::stoi(text.substr(8, 2)));
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(month),
                                     std::chrono::day(day))
      .ok();
}

}  // namespace donthu
