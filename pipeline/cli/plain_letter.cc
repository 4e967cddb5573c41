#include "pipeline/cli/plain_letter.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

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

}  // namespace

Result<PlainLetter> ClassifyText(const std::string& file, const Config& config,
                                 Streams io) {
  const auto text = ReadInput(file, io);
  if (!text) return Fail(text.error());
  auto model =
      LoadClassModel(ModelsFolder(config) + "/classifier/donthu.model");
  if (!model) return Fail(model.error());
  auto letter = Normalize().FromPlainText(*text);
  if (!letter) return Fail(letter.error());
  auto fields = Extract().Run(*letter);
  if (!fields) return Fail(fields.error());
  auto classified = Classify(*model).Run({*letter, *fields});
  if (!classified) return Fail(classified.error());
  ApplyThreshold(config.thresholds, *classified);
  return PlainLetter{std::move(*letter), std::move(*fields),
                     std::move(*classified), std::move(*model)};
}

ExitCode ReportOnText(const Error& error, Streams io) {
  const ExitCode code = Report(error, io);
  return error.code == ErrorCode::kFileUnreadable ? ExitCode::kNothingToRead
                                                  : code;
}

}  // namespace donthu
