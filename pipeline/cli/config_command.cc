#include <CLI/CLI.hpp>
#include <iostream>

#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"

namespace donthu {

ExitCode ConfigCommand(const Arguments& arguments, Streams io) {
  std::string path;
  CLI::App app("The configuration in force, each key with its origin",
               "donthu config");
  app.add_option("--config", path, "a file (default: donthu.toml)");
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  const auto loaded = LoadConfig(path);
  if (!loaded) return Report(loaded.error(), io);
  const auto origins = ConfigOrigins(loaded->toml);
  if (!origins) return Report(origins.error(), io);
  io.out << ConfigToCommentedToml(loaded->config, *origins);
  return ExitCode::kOk;
}

}  // namespace donthu
