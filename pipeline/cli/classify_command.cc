#include <CLI/CLI.hpp>
#include <iostream>

#include "models/record_json.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/plain_letter.h"

namespace donthu {

ExitCode ClassifyCommand(const Arguments& arguments, Streams io) {
  std::string file = "-";
  std::string config;
  CLI::App app("Plain UTF-8 text in, its classification out as one JSON line",
               "donthu classify");
  app.add_option("FILE", file, "a text file, or - for stdin");
  app.add_option("--config", config, "configuration (default: donthu.toml)");
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  const auto loaded = LoadConfig(config);
  if (!loaded) return Report(loaded.error(), io);
  const auto plain = ClassifyText(file, loaded->config, io);
  if (!plain) return ReportOnText(plain.error(), io);
  io.out << ToJsonLine(plain->classification, plain->fields, plain->letter.text)
         << "\n";
  return ExitCode::kOk;
}

}  // namespace donthu
