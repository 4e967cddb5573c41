#include "pipeline/cli/plain_letter.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>

#include "pipeline/cli/options.h"
#include "pipeline/config.h"
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

Result<PlainLetter> ClassifyText(const std::string& file, const Config& config,
                                 Streams io) {
  const auto text = ReadInput(file, io);
  if (!text) return Fail(text.error());
  auto model =
      LoadClassModel(ModelsFolder(config) + "/classifier/donthu.model");
  if (!model) return Fail(model.error());
  auto field_model = LoadFieldModel(ModelsFolder(config) + "/fields");
  if (!field_model) return Fail(field_model.error());
  auto letter = Normalize().FromPlainText(*text);
  if (!letter) return Fail(letter.error());
  auto fields = Extract(std::move(*field_model)).Run(*letter);
  if (!fields) return Fail(fields.error());
  auto classified = Classify(*model, config.priors).Run({*letter, *fields});
  if (!classified) return Fail(classified.error());
  ApplyThreshold(config.thresholds, *classified);
  return PlainLetter{std::move(*letter), std::move(*fields),
                     std::move(*classified), std::move(*model)};
}

}  // namespace

std::optional<ExitCode> ReadPlainLetter(const char* meaning, const char* name,
                                        const Arguments& arguments, Streams io,
                                        PlainLetter& plain) {
  std::string file = "-";
  std::string config;
  CLI::App app(meaning, name);
  app.add_option("FILE", file, "a text file, or - for stdin");
  app.add_option("--config", config, "configuration (default: donthu.toml)");
  if (auto code = ParseArguments(app, arguments, io)) return code;
  const auto loaded = LoadConfig(config);
  if (!loaded) return Report(loaded.error(), io);
  auto read = ClassifyText(file, loaded->config, io);
  if (!read) {
    const ExitCode code = Report(read.error(), io);
    return read.error().code == ErrorCode::kFileUnreadable
               ? ExitCode::kNothingToRead
               : code;
  }
  plain = std::move(*read);
  return std::nullopt;
}

}  // namespace donthu
