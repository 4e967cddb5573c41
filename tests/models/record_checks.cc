#define VALIJSON_USE_EXCEPTIONS 1

#include "tests/models/record_checks.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace donthu {
namespace {

using valijson::adapters::NlohmannJsonAdapter;

// A file of this process alone, gone with the object.
class ScratchFile {
 public:
  ScratchFile(std::string_view name, std::string_view text)
      : path_(
            std::filesystem::temp_directory_path() /
            ("donthu_" + std::to_string(getpid()) + "_" + std::string(name))) {
    std::ofstream(path_) << text;
  }
  ~ScratchFile() { std::filesystem::remove(path_); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::string OutputOf(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return "not started";
  std::string output;
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) {
    output.push_back(static_cast<char>(c));
  }
  return output.append("exit ").append(
      std::to_string(WEXITSTATUS(pclose(pipe))));
}

std::string Validate(const std::string& option, SchemaForm form,
                     const std::string& lines) {
  const ScratchFile schema("schema.json", SchemaText(form));
  const ScratchFile records("records.jsonl", lines);
  std::ostringstream command;
  command << "/usr/bin/python3 " << DONTHU_SOURCE_DIR
          << "/tests/tools/validate_records.py " << option << " "
          << schema.path() << " " << records.path();
  return OutputOf(command.str());
}

}  // namespace

std::string SchemaText(SchemaForm form) {
  const std::ifstream file(DONTHU_SOURCE_DIR "/models/record.schema.json");
  std::ostringstream text;
  text << file.rdbuf();
  return *RecordSchema(form, text.str());
}

std::string CheckDraft2020(SchemaForm form, const std::string& lines) {
  return Validate("", form, lines);
}

std::string AcceptedByDraft2020(SchemaForm form, const std::string& lines) {
  return Validate("--accepted", form, lines);
}

struct Draft7Schema::Compiled {
  valijson::Schema schema;
};

Draft7Schema::Draft7Schema(SchemaForm form)
    : compiled_(std::make_unique<Compiled>()) {
  const auto json = nlohmann::json::parse(SchemaText(form));
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(NlohmannJsonAdapter(json), compiled_->schema);
}

Draft7Schema::~Draft7Schema() = default;

bool Draft7Schema::Accepts(std::string_view record) const {
  const auto json = nlohmann::json::parse(record);
  try {
    return valijson::Validator().validate(compiled_->schema,
                                          NlohmannJsonAdapter(json), nullptr);
  } catch (const std::exception&) {
    return false;  // it throws where a date is no string
  }
}

}  // namespace donthu
