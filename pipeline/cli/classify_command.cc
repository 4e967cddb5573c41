#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

#include "models/record_json.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/model_files.h"
#include "pipeline/review_reasons.h"
#include "stages/classify/classify.h"
#include "stages/extract/extract.h"
#include "stages/normalize/normalize.h"

namespace donthu {
namespace {

Result<std::string> ReadInput(const std::string& file, Streams io) {
  if (file == "-") {
    return std::string(std::istreambuf_iterator<char>(io.in), {});
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return Fail(ErrorCode::kFileUnreadable, file, "cannot be opened");
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Result<std::string> Classified(std::string_view text, const Config& config) {
  auto model =
      LoadClassModel(ModelsFolder(config) + "/classifier/donthu.model");
  if (!model) return Fail(model.error());
  const auto letter = Normalize().FromPlainText(text);
  if (!letter) return Fail(letter.error());
  const auto fields = Extract().Run(*letter);
  if (!fields) return Fail(fields.error());
  auto classified = Classify(*model).Run({*letter, *fields});
  if (!classified) return Fail(classified.error());
  ApplyThreshold(config.thresholds, *classified);
  return ToJsonLine(*classified, *fields, letter->text);
}

}  // namespace

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
  const auto text = ReadInput(file, io);
  if (!text) {
    Report(text.error(), io);
    return ExitCode::kNothingToRead;
  }
  const auto line = Classified(*text, loaded->config);
  if (!line) return Report(line.error(), io);
  io.out << *line << "\n";
  return ExitCode::kOk;
}

}  // namespace donthu
