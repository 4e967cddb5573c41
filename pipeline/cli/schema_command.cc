#include <CLI/CLI.hpp>
#include <iostream>

#include "models/record_json.h"
#include "pipeline/cli/command.h"
#include "pipeline/cli/options.h"
#include "pipeline/files.h"
#include "pipeline/model_files.h"

namespace donthu {

ExitCode SchemaCommand(const Arguments& arguments, Streams io) {
  bool strict = false;
  CLI::App app("The JSON Schema of a record", "donthu schema");
  app.add_flag("--strict", strict, "refuse keys that are not in the contract");
  if (auto code = ParseArguments(app, arguments, io)) return *code;
  constexpr std::int64_t kMaxSchemaBytes = 4 << 20;
  const auto file =
      ReadFile(ModelsFolder(Config()) + "/record.schema.json", kMaxSchemaBytes);
  if (!file) {
    return Report(
        {ErrorCode::kModelMissing, "record.schema.json", file.error().detail},
        io);
  }
  const auto schema = RecordSchema(
      strict ? SchemaForm::kStrict : SchemaForm::kPublished, *file);
  if (!schema) return Report(schema.error(), io);
  io.out << *schema;
  return ExitCode::kOk;
}

}  // namespace donthu
