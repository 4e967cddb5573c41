// What people write by hand in TOML: donthu.toml and the tables of the law.
// The first line names the table that the rest stands for, as a comment:
// "# deadlines.toml"; without one it is donthu.toml.
#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "models/record_json.h"
#include "pipeline/config.h"
#include "stages/assess/assess.h"
#include "tests/fuzz/law.h"
#include "tests/models/sample_record.h"

namespace donthu {
namespace {

namespace fs = std::filesystem;

constexpr std::array kTables = {"checks.toml", "deadlines.toml", "flags.toml",
                                "holidays.toml", "routing.toml"};
constexpr std::array kDays = {"2021-12-31", "2026-02-13", "2026-07-06"};

// models/legal/ with one file replaced.
class Folder {
 public:
  Folder() {
    std::string name = fs::temp_directory_path() / "donthu-fuzz.XXXXXX";
    Law(::mkdtemp(name.data()) != nullptr, "a folder can be made");
    path_ = name;
    for (const char* table : kTables) Restore(table);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  void Replace(const char* table, std::string_view text) {
    fs::remove(path_ / table);
    std::ofstream(path_ / table) << text;
  }
  void Restore(const char* table) {
    fs::remove(path_ / table);
    fs::create_symlink(fs::path(DONTHU_SOURCE_DIR "/models/legal") / table,
                       path_ / table);
  }
  std::string path() const { return path_; }

 private:
  fs::path path_;
};

void CheckConfig(std::string_view text) {
  const auto config = ConfigFromToml(text);
  if (!config) {
    return Law(config.error().code == ErrorCode::kConfigInvalid,
               "a configuration is refused as invalid");
  }
  const auto origins = ConfigOrigins(text);
  Law(static_cast<bool>(origins), "every key has an origin");
  const auto plain = ConfigFromToml(ConfigToToml(*config));
  Law(plain && *plain == *config, "a configuration reads back as it was");
  const auto commented =
      ConfigFromToml(ConfigToCommentedToml(*config, *origins));
  Law(commented && *commented == *config, "comments change no value");
}

void CheckAssessed(const Assess& assess, Label label, const char* day) {
  Record record = FullRecord();
  record.classification->label = label;
  record.classification->parts.clear();
  record.received.date = day;
  Letter letter;
  letter.text = *record.text;
  const auto found = assess.Run(
      {letter, *record.fields, *record.classification, record.received.date});
  Law(static_cast<bool>(found), "every letter can be assessed");
  record.assessment = *found;
  const auto read = RecordFromJson(ToJsonLine(record));
  if (!read) std::fprintf(stderr, "%s\n", read.error().subject.c_str());
  Law(static_cast<bool>(read), "a table that is taken keeps the contract");
  for (const Deadline& deadline : found->deadlines) {
    Law(deadline.start == day && deadline.due > deadline.start,
        "a clock ends after it starts");
  }
}

// Every label and day has its turn; all for each input would be slow.
void CheckTables(const std::string& folder, std::size_t turn) {
  const auto tables = LoadLegalTables(folder);
  if (!tables) {
    return Law(tables.error().code == ErrorCode::kModelMissing,
               "a table is refused as missing");
  }
  const Office office = {"UBND phường Mẫu", {}, OfficeLevel::kXa, ""};
  const Assess assess(*tables, office);
  CheckAssessed(assess, kLabels[turn % kLabels.size()],
                kDays[turn / kLabels.size() % kDays.size()]);
}

}  // namespace
}  // namespace donthu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static donthu::Folder folder;
  const std::string_view text = donthu::TextOf(data, size);
  const std::string_view first = text.substr(0, text.find('\n'));
  for (const char* table : donthu::kTables) {
    if (first != std::string("# ") + table) continue;
    folder.Replace(table, text);
    donthu::CheckTables(folder.path(), size);
    folder.Restore(table);
    return 0;
  }
  donthu::CheckConfig(text);
  return 0;
}
